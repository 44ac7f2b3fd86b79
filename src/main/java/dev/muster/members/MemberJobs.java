package dev.muster.members;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.muster.common.JobBell;
import dev.muster.common.LongRuns;
import dev.muster.common.NodeStop;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The work on many members that goes on without anybody waiting for it. A node that dies leaves it to another. */
@Configuration(proxyBeanMethods = false)
class MemberJobs {

    private static final Logger LOG = LoggerFactory.getLogger(MemberJobs.class);

    static final String CHANGE_MEMBERS = "change-members";
    static final String SWEEP_FIELD = "sweep-field";

    private static final String LONG_RUNS = "long-member-tasks";
    private static final int AT_ONCE = 2;
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

    /** To about a minute. */
    private static final int DOUBLINGS = 6;

    private static final Duration LOOKS_AGAIN = Duration.ofMinutes(1);

    @Bean(LONG_RUNS)
    LongRuns longRuns(JobBell bell) {
        return new LongRuns(AT_ONCE, bell);
    }

    @Bean(CHANGE_MEMBERS)
    Task<Void> changeMembersTask(RunMemberTask running, @Qualifier(LONG_RUNS) LongRuns limit, NodeStop stop) {
        return Tasks.custom(CHANGE_MEMBERS, Void.class)
                .onFailure(MemberJobs::goOnLater)
                .onDeadExecutionRevive()
                .execute((instance, _) -> limit.run(instance, () -> {
                    boolean finished =
                            running.run(new MemberTaskId(Long.parseLong(instance.getId())), stop::isStopping);
                    boolean stopped = stop.isStopping();
                    return finished
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : again(stopped ? Duration.ZERO : LOOKS_AGAIN);
                }));
    }

    @Bean(SWEEP_FIELD)
    Task<Void> sweepFieldTask(SweepField sweeping, @Qualifier(LONG_RUNS) LongRuns limit, NodeStop stop) {
        return Tasks.custom(SWEEP_FIELD, Void.class)
                .onFailure(MemberJobs::goOnLater)
                .onDeadExecutionRevive()
                .execute((instance, _) -> limit.run(instance, () -> {
                    SweepField.Ending ending =
                            sweeping.run(new FieldId(Long.parseLong(instance.getId())), stop::isStopping);
                    return switch (ending) {
                        case CLEAN -> new CompletionHandler.OnCompleteRemove<>();
                        case SWEPT -> again(LOOKS_AGAIN);
                        case INTERRUPTED -> again(Duration.ZERO);
                    };
                }));
    }

    /** Whatever is in the way may be gone soon: the wait doubles, but is never long. */
    private static void goOnLater(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        int failures = complete.getExecution().consecutiveFailures;
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        LOG.warn(
                "{} stopped; it goes on where it was in {} s.",
                complete.getExecution().taskInstance,
                wait.toSeconds(),
                complete.getCause().orElse(null));
        operations.reschedule(complete, complete.getTimeDone().plus(wait));
    }

    private static CompletionHandler<Void> again(Duration wait) {
        return (complete, operations) ->
                operations.reschedule(complete, complete.getTimeDone().plus(wait));
    }
}
