package dev.muster.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wakes the sending job, so that a letter need not wait for its next round. */
@Component
class MailBell implements TransactionSynchronization {

    private static final TaskInstanceId JOB = TaskInstanceId.of(MailConfig.JOB, RecurringTask.INSTANCE);

    private final ObjectProvider<SchedulerClient> scheduler;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    MailBell(ObjectProvider<SchedulerClient> scheduler, PlatformTransactionManager transactions, Clock clock) {
        this.scheduler = scheduler;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Rings once the current transaction has committed, once however often it is called in it. */
    void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(this);
    }

    @Override
    public void afterCommit() {
        scheduler.ifAvailable(client -> ownTransaction.executeWithoutResult(_ -> ring(client)));
    }

    private void ring(SchedulerClient client) {
        try {
            client.reschedule(JOB, clock.instant());
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
            // It is at work, or about to be for the first time: it finds the letter by itself.
        }
    }
}
