package dev.muster.imports;

import dev.muster.members.FieldDefinition;
import dev.muster.members.GroupDesk;
import dev.muster.members.ProfileFieldDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says about corrected rows what an import of them would say at this moment, by the rules of the import they are from. */
@Component
class CorrectionCheck {

    private final FileStore files;
    private final ImportOrders orders;
    private final ProfileFieldDesk fields;
    private final GroupDesk groups;
    private final PlanChunk planning;
    private final Clock clock;

    CorrectionCheck(
            FileStore files,
            ImportOrders orders,
            ProfileFieldDesk fields,
            GroupDesk groups,
            PlanChunk planning,
            Clock clock) {
        this.files = files;
        this.orders = orders;
        this.fields = fields;
        this.groups = groups;
        this.planning = planning;
        this.clock = clock;
    }

    /** How the rows of one import are read. */
    record Reading(List<String> header, ColumnMapping mapping, ImportSettings settings) {}

    /** What would become of a row. */
    record Verdict(boolean isReady, List<Issue> issues) {}

    /**
     * Reads the header of the import's file.
     *
     * @throws UnusableFileException where its columns cannot be imported any more
     */
    Reading reading(ImportId id) {
        ImportSettings settings = orders.settings(id);
        List<String> header = header(id);
        List<FieldDefinition> definitions = TemplateOrder.of(fields.definitions());
        return new Reading(
                header, new Header(definitions).map(header, settings.rows().columns()), settings);
    }

    private List<String> header(ImportId id) {
        StoredFile file = files.find(orders.file(id))
                .orElseThrow(() -> new IllegalStateException("The file of import %d is gone.".formatted(id.value())));
        FileFormat format = orders.format(id).orElse(FileFormat.STANDARD);
        try (CsvSource source = CsvSource.open(files.open(file), format)) {
            CsvRow header = source.next();
            return header == null ? List.of() : header.cells();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the verdict on each of {@code rows}, by line; a later row sees what those before it would do. */
    Map<Long, Verdict> check(Reading reading, Map<Long, List<String>> rows) {
        RowOptions options = reading.settings().rows();
        var repairs = new RowRepairs(reading.header(), reading.mapping(), options.repairs(), false);
        var rules = new RowRules(reading.mapping(), options, repairs);
        List<CheckedRow> checked = rows.entrySet().stream()
                .map(row -> rules.check(new CsvRow(row.getKey(), row.getValue(), -1)))
                .toList();
        ChunkPlan plan = planning.plan(rules(reading), new PreparedChunk(checked, 0), clock.instant());
        var verdicts = new HashMap<Long, Verdict>();
        rows.keySet().forEach(line -> verdicts.put(line, verdict(plan, line)));
        return verdicts;
    }

    private ImportRules rules(Reading reading) {
        ImportSettings settings = reading.settings();
        return ImportRules.of(
                settings.kind(),
                settings.invite(),
                groups.summaries().stream()
                        .filter(group -> settings.groups().contains(group.id()))
                        .toList(),
                groups.joinedByDefault(),
                settings.rows().policies());
    }

    private static Verdict verdict(ChunkPlan plan, long line) {
        boolean isReady = plan.rejectedRows().stream().noneMatch(row -> row.line() == line);
        List<Issue> issues = plan.issues().stream()
                .filter(placed -> placed.line() == line)
                .map(ChunkPlan.PlacedIssue::issue)
                .toList();
        return new Verdict(isReady, issues);
    }
}
