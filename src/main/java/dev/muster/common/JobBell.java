package dev.muster.common;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wakes jobs, so that their work need not wait for the next round. */
@Component
public class JobBell {

    private static final Logger LOG = LoggerFactory.getLogger(JobBell.class);

    private final ObjectProvider<SchedulerClient> scheduler;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    JobBell(ObjectProvider<SchedulerClient> scheduler, PlatformTransactionManager transactions, Clock clock) {
        this.scheduler = scheduler;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    private record Ring(JobBell bell, String job) implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            bell.ring(TaskInstanceId.of(job, RecurringTask.INSTANCE));
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
        try {
            scheduler.ifAvailable(client -> ownTransaction.executeWithoutResult(_ -> ring(client, job)));
        } catch (RuntimeException e) {
            LOG.warn("The job {} could not be woken. It looks by itself in its next round.", job.getTaskName(), e);
        }
    }

    private void ring(SchedulerClient client, TaskInstanceId job) {
        try {
            client.reschedule(job, clock.instant());
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
            // It is at work, or about to be for the first time: it finds what there is to do by itself.
        }
    }
}
