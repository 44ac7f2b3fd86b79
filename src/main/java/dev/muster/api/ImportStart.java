package dev.muster.api;

import dev.muster.common.Catalogue;
import dev.muster.common.Json;
import dev.muster.common.WhiteSpace;
import dev.muster.imports.FieldPolicies;
import dev.muster.imports.FileInspection;
import dev.muster.imports.FileProblem;
import dev.muster.imports.FileTooLargeException;
import dev.muster.imports.ImportColumns;
import dev.muster.imports.ImportDesk;
import dev.muster.imports.ImportFileId;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSettings;
import dev.muster.imports.RowOptions;
import dev.muster.members.GroupDesk;
import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Turns an uploaded file and what a client wants done with it into an import, a check, or a refusal of the file. */
@Component
class ImportStart {

    private static final int MAX_NAME = 255;

    private final ImportDesk imports;
    private final ImportColumns columns;
    private final ImportChoices choices;
    private final GroupDesk groups;
    private final Catalogue texts;

    ImportStart(ImportDesk imports, ImportColumns columns, ImportChoices choices, GroupDesk groups, Catalogue texts) {
        this.imports = imports;
        this.columns = columns;
        this.choices = choices;
        this.groups = groups;
        this.texts = texts;
    }

    /** The groups of an order: those that are there, and the names of those that are not. */
    private record OrderedGroups(List<GroupId> there, List<String> missing) {}

    /**
     * Looks through the file, outside any transaction: it may be long.
     *
     * @param address what was asked for, for the problem detail
     * @return what is left to do, for a transaction
     * @throws org.springframework.web.ErrorResponseException where the order is wrong
     */
    Supplier<Answer> prepare(Upload upload, Map<String, String> fields, String address) {
        var findings = new Findings(texts);
        ImportOrder order = ImportOrder.read(fields, texts, findings);
        FieldPolicies policies = choices.policies(order.policies(), findings);
        OrderedGroups ordered = groups(order, findings);
        findings.refuseIfAny();
        ImportSettings settings = new ImportSettings(order.as().kind(), order.invite(), ordered.there());
        FileTooLargeException tooLarge = upload.tooLarge();
        if (tooLarge != null) {
            // Nothing of it was kept: an empty file stands for it in the history.
            ImportFileId nothing = imports.store(upload.fileName(), InputStream.nullInputStream());
            return () -> refuse(nothing, settings, problem(tooLarge), order, address);
        }
        return switch (imports.inspect(upload.file())) {
            case FileInspection.Unusable(var _, var _, FileProblem problem, var _) ->
                () -> refuse(upload.file(), settings, problem, order, address);
            case FileInspection.Usable usable -> {
                RowOptions rows = choices.rows(usable.columns(), order.mapping(), policies, findings);
                findings.refuseIfAny();
                ImportSettings all = settings.withRows(rows);
                yield problem(usable, rows)
                        .<Supplier<Answer>>map(problem -> () -> refuse(usable.file(), all, problem, order, address))
                        .orElseGet(() -> () -> start(usable.file(), all, order, ordered));
            }
        };
    }

    private Optional<FileProblem> problem(FileInspection.Usable file, RowOptions rows) {
        return rows.columns().isEmpty() ? columns.problem(file) : columns.problem(rows.columns());
    }

    private FileProblem problem(FileTooLargeException tooLarge) {
        String size = texts.text("imports.size.b", tooLarge.limit());
        return new FileProblem(
                texts.text("imports.file.too-large", size), texts.text("imports.file.too-large.explanation", size));
    }

    private Answer start(ImportFileId file, ImportSettings settings, ImportOrder order, OrderedGroups ordered) {
        ImportId id = order.isCheck()
                ? imports.check(file, settings, ordered.missing())
                : imports.start(file, withNew(settings, ordered.missing()));
        return new Answer(
                HttpStatus.ACCEPTED.value(),
                location(id),
                Json.write(ImportAnswer.of(imports.find(id).orElseThrow())));
    }

    private ImportSettings withNew(ImportSettings settings, List<String> missing) {
        var all = new ArrayList<>(settings.groups());
        missing.forEach(name -> all.add(groups.create(name).id()));
        return new ImportSettings(settings.kind(), settings.invite(), all, settings.rows());
    }

    private Answer refuse(
            ImportFileId file, ImportSettings settings, FileProblem problem, ImportOrder order, String address) {
        ImportId id = imports.refuse(file, settings, problem, order.isCheck());
        var detail = new LinkedHashMap<String, Object>();
        detail.put("title", HttpStatus.UNPROCESSABLE_CONTENT.getReasonPhrase());
        detail.put("status", HttpStatus.UNPROCESSABLE_CONTENT.value());
        detail.put("detail", problem.message());
        detail.put("instance", address);
        detail.put("explanation", problem.explanation());
        detail.put("import", location(id));
        return new Answer(HttpStatus.UNPROCESSABLE_CONTENT.value(), location(id), Json.write(detail));
    }

    private OrderedGroups groups(ImportOrder order, Findings findings) {
        var there = new ArrayList<GroupId>();
        var missing = new ArrayList<String>();
        List<GroupSummary> all = groups.summaries();
        for (String name : order.groups()) {
            all.stream()
                    .filter(group -> WhiteSpace.nameKey(group.name()).equals(WhiteSpace.nameKey(name)))
                    .findFirst()
                    .ifPresentOrElse(group -> there.add(group.id()), () -> missing.add(name));
            if (name.codePointCount(0, name.length()) > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
                findings.wrong("groups", texts.text("api.expected.group-name", MAX_NAME), name);
            }
        }
        return new OrderedGroups(there, missing);
    }

    private static String location(ImportId id) {
        return "/api/v1/imports/" + id.value();
    }
}
