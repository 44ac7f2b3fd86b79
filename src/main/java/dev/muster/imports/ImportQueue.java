package dev.muster.imports;

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

/** Hands imports to whichever node has time. The job is a row, written in the transaction of the import's own row. */
@Component
class ImportQueue {

    private final SchedulerClient client;
    private final ObjectProvider<Scheduler> scheduler;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Task<Void> job;
    private final Task<Void> undo;

    ImportQueue(
            DataSource dataSource,
            @Qualifier(ImportJobs.IMPORT) Task<Void> job,
            @Qualifier(ImportJobs.UNDO) Task<Void> undo,
            ObjectProvider<Scheduler> scheduler,
            ApplicationEventPublisher events,
            Clock clock) {
        var inTransaction = new TransactionAwareDataSourceProxy(dataSource);
        this.client = SchedulerClient.Builder.create(inTransaction, job, undo)
                .jdbcCustomization(new AutodetectJdbcCustomization(inTransaction, true))
                .build();
        this.job = job;
        this.undo = undo;
        this.scheduler = scheduler;
        this.events = events;
        this.clock = clock;
    }

    /** Adds a job for the import in the caller's transaction; {@code fence} tells one attempt from the next. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(ImportId id, long fence) {
        add(job, id, fence);
    }

    /** Adds a job for the run of an undo, or of its preview, as {@link #add} does for an import. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addUndo(ImportId run, long fence) {
        add(undo, run, fence);
    }

    private void add(Task<Void> task, ImportId id, long fence) {
        client.scheduleIfNotExists(task.instance(ImportJobs.instanceOf(id, fence)), clock.instant());
        tell(id);
    }

    /** Tells this node, once the caller's transaction is committed, that something changed about the import. */
    void tell(ImportId id) {
        events.publishEvent(new ImportTouched(id));
    }

    /** Without it the job would wait for the scheduler's next look at the database. */
    @TransactionalEventListener(fallbackExecution = true)
    public void startAtOnce(ImportTouched event) {
        scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
    }
}
