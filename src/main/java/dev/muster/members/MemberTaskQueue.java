package dev.muster.members;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Hands work on many members to whichever node has time. The job is a row, written in the caller's transaction. */
@Component
class MemberTaskQueue {

    private final SchedulerClient client;
    private final ObjectProvider<Scheduler> scheduler;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Task<Void> changing;
    private final Task<Void> sweeping;

    MemberTaskQueue(
            DataSource dataSource,
            @Qualifier(MemberJobs.CHANGE_MEMBERS) Task<Void> changing,
            @Qualifier(MemberJobs.SWEEP_FIELD) Task<Void> sweeping,
            ObjectProvider<Scheduler> scheduler,
            ApplicationEventPublisher events,
            Clock clock) {
        var inTransaction = new TransactionAwareDataSourceProxy(dataSource);
        this.client = SchedulerClient.Builder.create(inTransaction, changing, sweeping)
                .jdbcCustomization(new AutodetectJdbcCustomization(inTransaction, true))
                .build();
        this.changing = changing;
        this.sweeping = sweeping;
        this.scheduler = scheduler;
        this.events = events;
        this.clock = clock;
    }

    private record Queued() {}

    /** Adds a job that makes the change of {@code task}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(MemberTaskId task) {
        client.scheduleIfNotExists(changing.instance(Long.toString(task.value())), clock.instant());
        events.publishEvent(new Queued());
    }

    /** Adds a job that takes the values of {@code field}, which is deleted, from all members. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addSweep(FieldId field) {
        client.scheduleIfNotExists(sweeping.instance(Long.toString(field.value())), clock.instant());
        events.publishEvent(new Queued());
    }

    /** Without it the job would wait for the scheduler's next look at the database. */
    @TransactionalEventListener(classes = Queued.class, fallbackExecution = true)
    public void startAtOnce() {
        scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
    }
}
