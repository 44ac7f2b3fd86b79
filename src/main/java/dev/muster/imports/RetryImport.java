package dev.muster.imports;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import dev.muster.common.Catalogue;
import dev.muster.common.Outage;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Decides what becomes of an import that stopped on something unexpected: it is taken up again a few times, and for as
 * long as it takes while the database cannot be reached or its disk is full. Whenever a chunk gets written in between,
 * the count begins anew: a long import may meet with much.
 */
@Component
class RetryImport implements FailureHandler<Void> {

    private static final Logger LOG = LoggerFactory.getLogger(RetryImport.class);

    private static final int MAX_TRIES = 4;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final ImportRuns runs;
    private final ImportEnds ends;
    private final Catalogue catalogue;

    RetryImport(ImportRuns runs, ImportEnds ends, Catalogue catalogue) {
        this.runs = runs;
        this.ends = ends;
        this.catalogue = catalogue;
    }

    @Override
    public void onFailure(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        ImportId id = ImportJobs.importOf(complete.getExecution().taskInstance.getId());
        Throwable cause = complete.getCause().orElse(null);
        Optional<Integer> failures = runs.failed(id);
        if (failures.isEmpty()) {
            LOG.info("Check {} was removed while it ran; nothing of it is left to do.", id.value());
            operations.stop();
            return;
        }
        int tries = failures.get();
        if (tries >= MAX_TRIES && !isForAWhile(cause)) {
            LOG.error(
                    "Import {} failed {} times and is given up. What was written stays; an admin can resume it.",
                    id.value(),
                    tries,
                    cause);
            boolean isUndo = complete.getExecution().taskInstance.getTaskName().equals(ImportJobs.UNDO);
            ends.giveUp(id, problem(isUndo ? FileFault.UNDO_STOPPED : FileFault.STOPPED, id));
            operations.stop();
        } else {
            Duration wait = wait(tries);
            LOG.warn(
                    "Import {} stopped; it goes on after the last chunk written, in {} s (try {}).",
                    id.value(),
                    wait.toSeconds(),
                    tries + 1,
                    cause);
            operations.reschedule(complete, complete.getTimeDone().plus(wait));
        }
    }

    private static boolean isForAWhile(@Nullable Throwable failure) {
        return failure instanceof NoRoomException || Outage.isBehind(failure);
    }

    private FileProblem problem(FileFault fault, ImportId id) {
        return new UnusableFileException(fault, Long.toString(id.value())).problem(catalogue);
    }

    private static Duration wait(int tries) {
        Duration wait = Duration.ofSeconds(1L << Math.min(tries - 1, 6));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
