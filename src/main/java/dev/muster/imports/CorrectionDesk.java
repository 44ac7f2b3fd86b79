package dev.muster.imports;

import dev.muster.common.Catalogue;
import dev.muster.imports.CorrectionCheck.Reading;
import dev.muster.imports.CorrectionCheck.Verdict;
import dev.muster.imports.Corrections.OpenRow;
import dev.muster.imports.ImportedRow.RowIssue;
import dev.muster.security.AuditLog;
import dev.muster.security.CurrentUser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where an admin puts the rejected rows of an import right, one by one, and has just these imported. */
@Service
public class CorrectionDesk {

    private final Corrections corrections;
    private final CorrectionCheck check;
    private final CorrectionFile file;
    private final ImportChunks chunks;
    private final ImportIssues issues;
    private final ImportRuns runs;
    private final ImportOrders orders;
    private final ImportQueue queue;
    private final CurrentUser user;
    private final AuditLog audit;
    private final Catalogue catalogue;

    CorrectionDesk(
            Corrections corrections,
            CorrectionCheck check,
            CorrectionFile file,
            ImportChunks chunks,
            ImportIssues issues,
            ImportRuns runs,
            ImportOrders orders,
            ImportQueue queue,
            CurrentUser user,
            AuditLog audit,
            Catalogue catalogue) {
        this.corrections = corrections;
        this.check = check;
        this.file = file;
        this.chunks = chunks;
        this.issues = issues;
        this.runs = runs;
        this.orders = orders;
        this.queue = queue;
        this.user = user;
        this.audit = audit;
        this.catalogue = catalogue;
    }

    /** Returns the columns that can be written in: those that go to a field, and those whose cells should not be there. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional(readOnly = true)
    public FixSheet sheet(ImportId id) {
        try {
            return new FixSheet.Columns(columns(id, check.reading(id)));
        } catch (UnusableFileException e) {
            return new FixSheet.Unusable(e.problem(catalogue));
        }
    }

    private List<FixableColumn> columns(ImportId id, Reading reading) {
        boolean hasExtraCells =
                chunks.issueCounts(id).stream().anyMatch(count -> count.kind() == Issue.Kind.EXTRA_CELLS);
        var columns = new ArrayList<FixableColumn>();
        for (int i = 0; i < reading.header().size(); i++) {
            Column column = reading.mapping().column(i);
            boolean isShown = column instanceof Column.Unnamed ? hasExtraCells : !(column instanceof Column.LeftOut);
            if (isShown) {
                columns.add(new FixableColumn(i, reading.header().get(i), column.name()));
            }
        }
        if (hasExtraCells) {
            columns.add(new FixableColumn(reading.header().size(), "", ""));
        }
        return columns;
    }

    /** Returns rejected rows that are still to be imported, in the file's order; the filter's outcome does not count. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional(readOnly = true)
    public List<FixableRow> rows(ImportId id, RowFilter filter, int offset, int limit) {
        return shown(id, corrections.page(id, filter, offset, limit));
    }

    /** Returns how many rows {@link #rows} has in all. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional(readOnly = true)
    public long count(ImportId id, RowFilter filter) {
        return corrections.count(id, filter);
    }

    /** Returns the first row of {@link #rows} after {@code line}; empty after the last. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional(readOnly = true)
    public Optional<FixableRow> next(ImportId id, RowFilter filter, long line) {
        return corrections
                .after(id, filter, line)
                .map(row -> shown(id, List.of(row)).getFirst());
    }

    /** Returns how many corrected rows can be imported. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional(readOnly = true)
    public long ready(ImportId id) {
        return corrections.ready(id);
    }

    /**
     * Keeps the cells of a row as somebody wrote them, whether or not it can be imported now. Whoever imports the corrected
     * rows at this moment has it with the cells before, or not at all.
     *
     * @param cells as {@link FixableRow#cells()} has them
     * @return the row with what is to be said about it now; where somebody imported it since, that it is
     * @throws IllegalArgumentException where the row was not rejected
     */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public FixableRow correct(ImportId id, long line, List<String> cells) {
        runs.lock(id);
        Reading reading = check.reading(id);
        Optional<FixableRow> imported = importedMeanwhile(id, line, reading);
        if (imported.isPresent()) {
            return imported.get();
        }
        List<String> kept =
                RejectedCells.withoutEmptyRest(cells, reading.header().size());
        Verdict verdict = check.check(reading, Map.of(line, kept)).get(line);
        boolean isReady = verdict != null && verdict.isReady();
        corrections.save(id, line, kept, isReady, user.get().id());
        return row(
                line,
                RejectedCells.padded(kept, reading.header().size()),
                isReady ? FixableRow.State.READY : FixableRow.State.CHANGED,
                verdict == null ? List.of() : verdict.issues());
    }

    /**
     * Takes a row back to what the file has; one that somebody imported since stays, and says so.
     *
     * @throws IllegalArgumentException where the row was not rejected
     */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public FixableRow takeBack(ImportId id, long line) {
        runs.lock(id);
        Optional<FixableRow> imported = importedMeanwhile(id, line, check.reading(id));
        if (imported.isPresent()) {
            return imported.get();
        }
        corrections.remove(id, line);
        return shown(id, List.of(requireOpen(id, line))).getFirst();
    }

    /**
     * Starts an import of the rows that can be imported, with the settings of the import they are from.
     *
     * @return the new import; empty where there is no such row, as after a second click
     */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public Optional<ImportId> importReady(ImportId id) {
        runs.lock(id);
        if (corrections.ready(id) == 0) {
            return Optional.empty();
        }
        List<String> header = check.reading(id).header();
        CorrectionFile.Written written = file.write(id, header, user.get().id());
        StoredFile corrected = written.file();
        ImportId next = orders.add(corrected, orders.settings(id), user.get().id(), null);
        runs.corrects(next, id);
        corrections.imported(id, written.lines(), next);
        queue.add(next, 0);
        audit.record("import.correct", "import", Long.toString(next.value()), corrected.fileName());
        return Optional.of(next);
    }

    /** Returns the row as somebody imported it; empty while it is still to be imported. */
    private Optional<FixableRow> importedMeanwhile(ImportId id, long line, Reading reading) {
        if (corrections.find(id, line).isPresent()) {
            return Optional.empty();
        }
        List<String> cells = corrections.importedCells(id, line).orElseThrow(() -> noSuchRow(id, line));
        return Optional.of(new FixableRow(
                line,
                RejectedCells.padded(cells, reading.header().size()),
                FixableRow.State.IMPORTED,
                List.of(new RowIssue(Severity.INFO, null, null, catalogue.text("imports.fix.imported")))));
    }

    private OpenRow requireOpen(ImportId id, long line) {
        return corrections.find(id, line).orElseThrow(() -> noSuchRow(id, line));
    }

    private static IllegalArgumentException noSuchRow(ImportId id, long line) {
        return new IllegalArgumentException(
                "Import %d has no rejected row on line %d that is still to be imported.".formatted(id.value(), line));
    }

    private List<FixableRow> shown(ImportId id, List<OpenRow> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        Reading reading = check.reading(id);
        Map<Long, List<Issue>> before =
                issues.of(id, page.stream().map(OpenRow::line).toList());
        Map<Long, List<String>> corrected = new TreeMap<>();
        page.stream().filter(OpenRow::isCorrected).forEach(row -> corrected.put(row.line(), row.cells()));
        Map<Long, Verdict> verdicts =
                corrected.isEmpty() ? Map.of() : check.check(reading, new LinkedHashMap<>(corrected));
        return page.stream()
                .map(row -> {
                    Verdict verdict = verdicts.get(row.line());
                    return row(
                            row.line(),
                            RejectedCells.padded(row.cells(), reading.header().size()),
                            state(row, verdict),
                            verdict == null ? before.getOrDefault(row.line(), List.of()) : verdict.issues());
                })
                .toList();
    }

    private static FixableRow.State state(OpenRow row, @Nullable Verdict verdict) {
        if (!row.isCorrected() || verdict == null) {
            return FixableRow.State.UNTOUCHED;
        }
        return verdict.isReady() ? FixableRow.State.READY : FixableRow.State.CHANGED;
    }

    private FixableRow row(long line, List<String> cells, FixableRow.State state, List<Issue> issues) {
        return new FixableRow(
                line,
                cells,
                state,
                issues.stream()
                        .map(issue -> new RowIssue(
                                issue.kind().severity(), issue.column(), issue.cell(), issue.text(catalogue)))
                        .toList());
    }
}
