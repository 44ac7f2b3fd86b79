package dev.muster.common;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes jobs, so that their work need not wait for the next round. It rings on a thread of its own: whoever has just
 * committed still holds a connection, and must not wait for another one.
 */
@Component
public class JobBell {

    private static final Logger LOG = LoggerFactory.getLogger(JobBell.class);

    private final ObjectProvider<SchedulerClient> scheduler;
    private final Executor background;
    private final Clock clock;

    /** Jobs that are about to be woken; to ask for one of them again changes nothing. */
    private final Set<TaskInstanceId> asked = ConcurrentHashMap.newKeySet();

    JobBell(
            ObjectProvider<SchedulerClient> scheduler,
            @Qualifier("applicationTaskExecutor") Executor background,
            Clock clock) {
        this.scheduler = scheduler;
        this.background = background;
        this.clock = clock;
    }

    private record Ring(JobBell bell, String job) implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            bell.ring(job);
        }
    }

    /** Wakes the recurring {@code job} once the current transaction has committed, once however often it is called in it. */
    public void ringAfterCommit(String job) {
        TransactionSynchronizationManager.registerSynchronization(new Ring(this, job));
    }

    /** Wakes the recurring {@code job} now. */
    public void ring(String job) {
        ring(TaskInstanceId.of(job, RecurringTask.INSTANCE));
    }

    /** Wakes {@code job} now. What is done must not look as if it had failed, so neither does this ever. */
    void ring(TaskInstanceId job) {
        if (asked.add(job)) {
            try {
                background.execute(() -> wake(job));
            } catch (RejectedExecutionException e) {
                LOG.debug(
                        "Muster is about to end. The job {} looks by itself in its next round.", job.getTaskName(), e);
            }
        }
    }

    private void wake(TaskInstanceId job) {
        asked.remove(job);
        try {
            scheduler.ifAvailable(client -> wake(client, job));
        } catch (RuntimeException e) {
            LOG.warn("The job {} could not be woken. It looks by itself in its next round.", job.getTaskName(), e);
        }
    }

    private void wake(SchedulerClient client, TaskInstanceId job) {
        try {
            client.reschedule(job, clock.instant());
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
            // It is at work, or about to be for the first time: it finds what there is to do by itself.
        }
    }
}
