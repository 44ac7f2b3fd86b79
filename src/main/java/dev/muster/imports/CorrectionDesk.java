package dev.muster.imports;

import dev.muster.imports.CorrectionCheck.Reading;
import dev.muster.imports.CorrectionCheck.Verdict;
import dev.muster.imports.Corrections.OpenRow;
import dev.muster.security.AuditLog;
import dev.muster.security.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where an admin puts the rejected rows of an import right, one by one, and has just these imported. */
@Service
public class CorrectionDesk {

    private final Corrections corrections;
    private final CorrectionCheck check;
    private final CorrectionFile file;
    private final FixableRows rows;
    private final ImportRuns runs;
    private final ImportOrders orders;
    private final ImportQueue queue;
    private final CurrentUser user;
    private final AuditLog audit;

    CorrectionDesk(
            Corrections corrections,
            CorrectionCheck check,
            CorrectionFile file,
            FixableRows rows,
            ImportRuns runs,
            ImportOrders orders,
            ImportQueue queue,
            CurrentUser user,
            AuditLog audit) {
        this.corrections = corrections;
        this.check = check;
        this.file = file;
        this.rows = rows;
        this.runs = runs;
        this.orders = orders;
        this.queue = queue;
        this.user = user;
        this.audit = audit;
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
        Verdict verdict =
                Objects.requireNonNull(check.check(reading, Map.of(line, kept)).get(line));
        corrections.save(id, line, kept, verdict.isReady(), user.get().id());
        return rows.corrected(reading, line, kept, verdict);
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
        return rows.open(id, List.of(requireOpen(id, line))).getFirst();
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
        return Optional.of(rows.imported(reading, line, cells));
    }

    private OpenRow requireOpen(ImportId id, long line) {
        return corrections.find(id, line).orElseThrow(() -> noSuchRow(id, line));
    }

    private static IllegalArgumentException noSuchRow(ImportId id, long line) {
        return new IllegalArgumentException(
                "Import %d has no rejected row on line %d that is still to be imported.".formatted(id.value(), line));
    }
}
