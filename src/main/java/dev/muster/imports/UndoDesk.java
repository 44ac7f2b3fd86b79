package dev.muster.imports;

import dev.muster.common.Catalogue;
import dev.muster.security.AuditLog;
import dev.muster.security.CurrentUser;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where an admin has an import taken back. What that did, or would do, {@link UndoResults} tells. */
@Service
public class UndoDesk {

    private final ImportChecks checks;
    private final Snapshots snapshots;
    private final UndoRuns undos;
    private final ImportQueue queue;
    private final CurrentUser user;
    private final AuditLog audit;
    private final Catalogue catalogue;

    UndoDesk(
            ImportChecks checks,
            Snapshots snapshots,
            UndoRuns undos,
            ImportQueue queue,
            CurrentUser user,
            AuditLog audit,
            Catalogue catalogue) {
        this.checks = checks;
        this.snapshots = snapshots;
        this.undos = undos;
        this.queue = queue;
        this.user = user;
        this.audit = audit;
        this.catalogue = catalogue;
    }

    /**
     * Starts to look what an undo of {@code id} would do. It goes on by itself, changes nothing, and is removed after a day.
     *
     * @throws IllegalArgumentException where there is no such import
     */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public UndoOutcome preview(ImportId id) {
        Optional<UndoRefusal> refusal = UndoRefusal.of(imported(id));
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        ImportId run = undos.addPreview(id, user.get().id());
        queue.addUndo(run, 0);
        return new UndoOutcome.Started(run);
    }

    /** Ends a preview that is not wanted any more. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public void forget(ImportId preview) {
        checks.forget(preview);
    }

    /**
     * Starts to take the import back: once this returns, it goes on whatever happens to the page or the server. An undo that
     * had failed goes on where it stopped. Of many who ask at once, one starts it.
     *
     * @throws IllegalArgumentException where there is no such import
     */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public UndoOutcome undo(ImportId id) {
        ImportSnapshot one = imported(id);
        Optional<UndoOutcome> started = undos.add(id, user.get().id())
                .map(run -> start(one, run, 0))
                .or(() -> undos.requeue(id).map(next -> start(one, next.run(), next.fence())));
        return started.orElseGet(() -> refused(UndoRefusal.of(imported(id)).orElse(UndoRefusal.BEING_UNDONE)));
    }

    private UndoOutcome start(ImportSnapshot one, ImportId run, long fence) {
        queue.addUndo(run, fence);
        audit.record("import.undo", "import", Long.toString(one.id().value()), one.fileName());
        return new UndoOutcome.Started(run);
    }

    /** Finds the run of an undo, or of its preview, as it stands. */
    @PreAuthorize("hasRole('VIEWER')")
    @Transactional(readOnly = true)
    public Optional<ImportSnapshot> find(ImportId run) {
        return snapshots.find(run).filter(ImportSnapshot::takesBack);
    }

    private ImportSnapshot imported(ImportId id) {
        return snapshots
                .find(id)
                .filter(one -> !one.takesBack() && !one.isCheck())
                .orElseThrow(() -> new IllegalArgumentException("There is no import %d.".formatted(id.value())));
    }

    private UndoOutcome refused(UndoRefusal refusal) {
        return new UndoOutcome.Refused(refusal, catalogue.text(refusal.messageKey()));
    }
}
