package dev.muster.imports;

import dev.muster.common.Catalogue;
import dev.muster.imports.ChunkOutcomes.RowOutcome;
import dev.muster.imports.ImportIssues.IssueOfLine;
import dev.muster.imports.ImportedRow.RowIssue;
import dev.muster.imports.Places.Stretch;
import dev.muster.imports.ResultRows.MemberLine;
import dev.muster.members.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Pages over the rows of an import. The chunks tell how many rows they hold, so a page reads the one or two chunks it
 * lies in, and never the file.
 */
@Component
class RowPages {

    private final ImportChunks chunks;
    private final ImportIssues issues;
    private final ResultRows rows;
    private final RowSearch search;
    private final CountedChunks counted;
    private final ImportHeaders headers;
    private final Catalogue catalogue;

    RowPages(
            ImportChunks chunks,
            ImportIssues issues,
            ResultRows rows,
            RowSearch search,
            CountedChunks counted,
            ImportHeaders headers,
            Catalogue catalogue) {
        this.chunks = chunks;
        this.issues = issues;
        this.rows = rows;
        this.search = search;
        this.counted = counted;
        this.headers = headers;
        this.catalogue = catalogue;
    }

    long count(ImportId id, RowFilter filter) {
        return places(id, filter, search.of(id, filter)).total();
    }

    List<ImportedRow> page(ImportId id, RowFilter filter, int offset, int limit) {
        WantedRows wanted = search.of(id, filter);
        var page = new ArrayList<RowOutcome>();
        for (Stretch stretch : places(id, filter, wanted).page(offset, limit)) {
            page.addAll(stretch.of(wanted.in(stretch.chunk())));
        }
        return shown(id, page);
    }

    private Places places(ImportId id, RowFilter filter, WantedRows wanted) {
        List<ChunkSummary> all = chunks.of(id);
        if (wanted.isCounted()) {
            return Places.of(all, wanted::counted);
        }
        return wanted.isLasting()
                ? counted.lasting(id, filter, all, wanted::count)
                : counted.of(id, filter, all, wanted::count);
    }

    /** Returns messages from the {@code offset}th of the import on, in the file's order. */
    List<IssueOfLine> issues(ImportId id, long offset, int limit) {
        var page = new ArrayList<IssueOfLine>();
        for (Stretch stretch : placesOfIssues(id).page(offset, limit)) {
            page.addAll(issues.of(id, stretch.chunk(), stretch.from(), stretch.rows()));
        }
        return page;
    }

    long countIssues(ImportId id) {
        return placesOfIssues(id).total();
    }

    private Places placesOfIssues(ImportId id) {
        return Places.of(chunks.of(id), ChunkSummary::issues);
    }

    private List<ImportedRow> shown(ImportId id, List<RowOutcome> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Issue>> why =
                issues.of(id, page.stream().map(RowOutcome::line).toList());
        Map<Long, MemberLine> members = rows.members(page.stream()
                .map(RowOutcome::memberId)
                .filter(member -> member != 0)
                .distinct()
                .toList());
        List<Long> rejectedLines = page.stream()
                .filter(row -> row.outcome() == Outcome.REJECTED)
                .map(RowOutcome::line)
                .toList();
        Map<Long, List<String>> rejected = rows.rejected(id, rejectedLines);
        ImportHeaders.Places places = rejected.isEmpty() ? ImportHeaders.NOWHERE : headers.of(id);
        return page.stream()
                .map(row -> row(
                        row,
                        row.outcome() == Outcome.REJECTED
                                ? places.line(rejected.getOrDefault(row.line(), List.of()))
                                : members.get(row.memberId()),
                        why.getOrDefault(row.line(), List.of())))
                .toList();
    }

    private ImportedRow row(RowOutcome row, @Nullable MemberLine line, List<Issue> why) {
        return new ImportedRow(
                row.line(),
                row.outcome(),
                row.outcome() == Outcome.REJECTED || line == null ? null : new MemberId(row.memberId()),
                line == null ? "" : line.name(),
                line == null ? "" : line.email(),
                line == null ? "" : line.company(),
                why.stream().map(this::shown).toList());
    }

    private RowIssue shown(Issue issue) {
        return new RowIssue(issue.kind().severity(), issue.column(), issue.cell(), issue.text(catalogue));
    }
}
