package dev.muster.api;

import dev.muster.common.Catalogue;
import dev.muster.members.AdvocateExport;
import dev.muster.members.GroupDesk;
import dev.muster.members.MemberFilter;
import dev.muster.members.MemberProfile;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberSelection;
import dev.muster.members.MemberSeries;
import dev.muster.members.MemberSort;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Advocates by the page, or all of them as a file. */
@RestController
@RequestMapping("/api/v1/advocates")
@Tag(name = "Advocates", description = "Everybody in the hub: joined, not joined, nominees.")
class AdvocatesApi {

    private final MemberSeries series;
    private final AdvocateAnswers answers;
    private final AdvocateExport export;
    private final GroupDesk groups;
    private final Catalogue texts;

    AdvocatesApi(
            MemberSeries series, AdvocateAnswers answers, AdvocateExport export, GroupDesk groups, Catalogue texts) {
        this.series = series;
        this.answers = answers;
        this.export = export;
        this.groups = groups;
        this.texts = texts;
    }

    @Operation(operationId = "listAdvocates", summary = "Advocates, page by page", description = """
                    In the order in which they came, archived and locked ones among them. Whoever comes while you read is \
                    on the last page: go on with `next` as `cursor` until it is null.

                    With `Accept: text/csv` the answer is a file of all of them on one page, as `Export (CSV)` on the \
                    Advocates page writes it, without archived and locked ones.""")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    AdvocatesAnswer list(
            @ParameterObject AdvocateSearch search,
            @Parameter(description = "The `next` of the page before.") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "How many to a page, from 1 to 1000.") @RequestParam(defaultValue = "100")
                    int limit) {
        var findings = new Findings(texts);
        MemberSeries.Wanted wanted = search.wanted(groups, texts, findings);
        if (limit < 1 || limit > Limits.MOST) {
            findings.wrong("limit", texts.text("api.expected.between", 1, Limits.MOST), limit);
        }
        Optional<MemberSeries.Place> place =
                Optional.ofNullable(cursor).filter(text -> !text.isEmpty()).flatMap(text -> place(text, findings));
        findings.refuseIfAny();
        if (search.email() != null) {
            return new AdvocatesAnswer(
                    answers.of(withAddress(search.email(), wanted).toList()), null);
        }
        MemberSeries.Page page = series.page(wanted, place.orElse(null), limit);
        return new AdvocatesAnswer(answers.of(page.members()), page.next() == null ? null : Cursor.of(page.next()));
    }

    @CsvFile
    @Operation(operationId = "listAdvocates")
    @GetMapping(produces = CsvFiles.TYPE)
    void export(@ParameterObject AdvocateSearch search, HttpServletResponse response) throws IOException {
        var findings = new Findings(texts);
        MemberSeries.Wanted wanted = search.wanted(groups, texts, findings);
        findings.refuseIfAny();
        export.write(selection(search, wanted), CsvFiles.open(response, "advocates.csv"));
    }

    private MemberSelection selection(AdvocateSearch search, MemberSeries.Wanted wanted) {
        if (search.email() != null) {
            return new MemberSelection.Some(
                    withAddress(search.email(), wanted).map(MemberProfile::id).collect(Collectors.toSet()));
        }
        MemberFilter filter =
                wanted.group() == null ? MemberFilter.NONE : MemberFilter.NONE.withGroups(Set.of(wanted.group()));
        var query = new MemberQuery(wanted.segment(), wanted.search(), filter, MemberSort.ADDED, false);
        return new MemberSelection.AllThat(query, Set.of());
    }

    /** An address belongs to one member at most; it has to meet the rest of the search as well. */
    private Stream<MemberProfile> withAddress(String email, MemberSeries.Wanted wanted) {
        return series.find(email).filter(wanted::has).stream();
    }

    private Optional<MemberSeries.Place> place(String cursor, Findings findings) {
        Optional<MemberSeries.Place> place = Cursor.read(cursor);
        if (place.isEmpty()) {
            findings.wrong("cursor", texts.text("api.expected.cursor"), cursor);
        }
        return place;
    }
}
