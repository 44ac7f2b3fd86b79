package dev.muster.imports;

import dev.muster.security.AccountId;
import dev.muster.security.CurrentUser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives out the work: an import, or a check of one, enters the queue in the caller's transaction. */
@Component
class ImportStarts {

    private static final int FIRST_FENCE = 0;

    private final UploadedFiles uploads;
    private final ImportOrders orders;
    private final ImportEnds ends;
    private final ImportChecks checks;
    private final ImportColumns columns;
    private final ImportQueue queue;
    private final CurrentUser user;

    ImportStarts(
            UploadedFiles uploads,
            ImportOrders orders,
            ImportEnds ends,
            ImportChecks checks,
            ImportColumns columns,
            ImportQueue queue,
            CurrentUser user) {
        this.uploads = uploads;
        this.orders = orders;
        this.ends = ends;
        this.checks = checks;
        this.columns = columns;
        this.queue = queue;
        this.user = user;
    }

    /** Queues an import; a {@code check} counts only where it went through the whole of the same file. */
    ImportId start(ImportFileId file, ImportSettings settings, @Nullable ImportId check) {
        ImportId followed = check != null && checks.isChecked(check, file) ? check : null;
        return queued(orders.add(uploads.stored(file), columns.settle(settings), me(), followed));
    }

    ImportId check(ImportFileId file, ImportSettings settings, List<String> newGroups) {
        return queued(orders.addCheck(uploads.stored(file), settings, newGroups, me()));
    }

    /** Notes an import, or a check, that has failed before it began. */
    ImportId refuse(ImportFileId file, ImportSettings settings, FileProblem problem, boolean isCheck) {
        StoredFile stored = uploads.stored(file);
        ImportId id =
                isCheck ? orders.addCheck(stored, settings, List.of(), me()) : orders.add(stored, settings, me(), null);
        ends.giveUp(id, problem);
        return id;
    }

    void forget(ImportId check) {
        checks.forget(check);
    }

    ImportSettings settings(ImportId id) {
        return orders.settings(id);
    }

    private ImportId queued(ImportId id) {
        queue.add(id, FIRST_FENCE);
        return id;
    }

    private AccountId me() {
        return user.get().id();
    }
}
