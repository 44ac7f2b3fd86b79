package dev.muster.imports;

import dev.muster.members.FieldDefinition;
import dev.muster.members.GroupDesk;
import dev.muster.members.ProfileFieldDesk;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gets an import ready to write rows: whatever is wrong with the whole file is found here, before any is written. */
@Component
class ImportOpening {

    private final FileStore files;
    private final RecentAddresses recent;
    private final FileInspector inspector;
    private final ProfileFieldDesk fields;
    private final GroupDesk groups;
    private final ImportRuns runs;
    private final ImportOrders orders;
    private final ChunkRows chunks;
    private final ChosenGroups chosen;
    private final ImportLimits limits;

    ImportOpening(
            FileStore files,
            RecentAddresses recent,
            FileInspector inspector,
            ProfileFieldDesk fields,
            GroupDesk groups,
            ImportRuns runs,
            ImportOrders orders,
            ChunkRows chunks,
            ChosenGroups chosen,
            ImportLimits limits) {
        this.files = files;
        this.recent = recent;
        this.inspector = inspector;
        this.fields = fields;
        this.groups = groups;
        this.runs = runs;
        this.orders = orders;
        this.chunks = chunks;
        this.chosen = chosen;
        this.limits = limits;
    }

    /**
     * Opens the import's file where the last run of it stopped.
     *
     * @throws UnusableFileException where the file cannot be imported
     */
    ImportSession open(ImportRun run) throws IOException {
        StoredFile file = files.find(run.file())
                .orElseThrow(() -> new IllegalStateException("The file %d of import %d is gone."
                        .formatted(run.file().value(), run.id().value())));
        FileFormat format = orders.format(run.id()).orElseGet(() -> inspector.format(file));
        runs.counted(run, format, inspector.rows(file, format));
        chosen.requireChosen(run);
        List<FieldDefinition> definitions = TemplateOrder.of(fields.definitions());
        var rules = ImportRules.of(
                run.kind(),
                run.invite(),
                run.groups(),
                groups.joinedByDefault(),
                run.rows().policies());
        FirstLines firstLines = chunks.firstLines(run.id());
        RowRules rows = rules(run, file, format, definitions);
        RepeatedAddresses repeated = null;
        if (run.isCheck()) {
            repeated = repeated(file, format, rows);
        } else {
            recent.forget(file.id());
        }
        var choices = new Choices(definitions);
        // Last, since it starts a thread.
        return new ImportSession(
                run, rules, reader(run, file, format, rows), firstLines, repeated, choices, limits.writers());
    }

    private RowRules rules(ImportRun run, StoredFile file, FileFormat format, List<FieldDefinition> definitions)
            throws IOException {
        try (CsvSource source = CsvSource.open(files.open(file), format)) {
            CsvRow header = source.next();
            if (header == null) {
                throw new UnusableFileException(FileFault.EMPTY);
            }
            ColumnMapping mapping =
                    new Header(definitions).map(header.cells(), run.rows().columns());
            var repairs = new RowRepairs(header.cells(), mapping, run.rows().repairs(), run.isCheck());
            return new RowRules(mapping, run.rows(), repairs);
        }
    }

    private ChunkReader reader(ImportRun run, StoredFile file, FileFormat format, RowRules rules) throws IOException {
        CsvSource source = CsvSource.open(files.open(file), format);
        try {
            source.next(); // the header
            return new ChunkReader(source, rules, Pace.after(run.silentEnds(), limits), run.lastLine());
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private RepeatedAddresses repeated(StoredFile file, FileFormat format, RowRules rules) throws IOException {
        Optional<RepeatedAddresses> known = recent.of(file.id(), format, rules);
        if (known.isPresent()) {
            return known.get();
        }
        try (CsvSource source = CsvSource.open(files.open(file), format)) {
            source.next(); // the header
            source.keepOnly(rules.addressColumn());
            return RepeatedAddresses.in(source, rules, inspector.rows(file, format));
        }
    }
}
