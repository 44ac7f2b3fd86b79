package dev.muster.common;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets only so many long jobs of a kind run on this node at a time, so that short ones, such as mail, always find one of
 * the scheduler's threads. One too many gives its thread back at once: it is offered again a moment later, to whichever
 * node, and as soon as another one ends here. Thread-safe.
 */
public final class LongRuns {

    private static final Duration OFFERED_AGAIN = Duration.ofSeconds(2);

    private final Semaphore free;
    private final JobBell bell;

    /** Those that gave way here, the first at the front; another node may have them by now. */
    private final SequencedSet<TaskInstanceId> waiting = new LinkedHashSet<>();

    /**
     * Creates the limit of one kind.
     *
     * @param atOnce so many run at a time
     * @param bell wakes the next
     */
    public LongRuns(int atOnce, JobBell bell) {
        this.free = new Semaphore(atOnce);
        this.bell = bell;
    }

    /** Runs {@code job} as {@code work} does, or has it offered again. */
    public CompletionHandler<Void> run(TaskInstance<Void> job, Supplier<CompletionHandler<Void>> work) {
        TaskInstanceId id = TaskInstanceId.of(job.getTaskName(), job.getId());
        if (!begins(id)) {
            return (complete, operations) ->
                    operations.reschedule(complete, complete.getTimeDone().plus(OFFERED_AGAIN));
        }
        try {
            return work.get();
        } finally {
            free.release();
            wakeNext();
        }
    }

    private boolean begins(TaskInstanceId job) {
        synchronized (waiting) {
            boolean begins = free.tryAcquire();
            if (begins) {
                waiting.remove(job);
            } else {
                waiting.add(job);
            }
            return begins;
        }
    }

    private void wakeNext() {
        TaskInstanceId next;
        synchronized (waiting) {
            if (waiting.isEmpty()) {
                return;
            }
            next = waiting.removeFirst();
        }
        bell.ring(next);
    }
}
