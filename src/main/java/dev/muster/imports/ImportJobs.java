package dev.muster.imports;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.muster.common.JobBell;
import dev.muster.common.LongRuns;
import dev.muster.common.NodeStop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The work that goes on without anybody waiting for it. */
@Configuration(proxyBeanMethods = false)
class ImportJobs {

    static final String IMPORT = "import";
    static final String UNDO = "undo-import";
    static final String REMOVE_UNUSED = "remove-unused-files";

    private static final Duration UNUSED_FILES_STAY = Duration.ofHours(24);

    /** Imports, checks and undos share it. */
    private static final String LONG_RUNS = "long-imports";

    private interface Work {
        RunImport.Ending run(ImportId id, BooleanSupplier stopping);
    }

    @Bean
    ImportLimits importLimits(Environment environment) {
        return ImportLimits.of(environment);
    }

    @Bean(LONG_RUNS)
    LongRuns longRuns(@Value("${muster.imports.at-once:4}") int atOnce, JobBell bell) {
        return new LongRuns(atOnce, bell);
    }

    @Bean
    ConflictRetry conflictRetry(MeterRegistry meters, NodeStop stop) {
        return new ConflictRetry(meters, stop::isStopping);
    }

    /** Runs one import. A node that dies leaves its job to another, or to itself once it is back. */
    @Bean(IMPORT)
    Task<Void> importTask(RunImport imports, RetryImport retry, @Qualifier(LONG_RUNS) LongRuns limit, NodeStop stop) {
        return task(IMPORT, imports::run, retry, limit, stop);
    }

    /** Takes one import back, or looks what that would do. */
    @Bean(UNDO)
    Task<Void> undoTask(RunUndo undos, RetryImport retry, @Qualifier(LONG_RUNS) LongRuns limit, NodeStop stop) {
        return task(UNDO, undos::run, retry, limit, stop);
    }

    private static Task<Void> task(String name, Work work, RetryImport retry, LongRuns limit, NodeStop stop) {
        return Tasks.custom(name, Void.class)
                .onFailure(retry)
                .onDeadExecutionRevive()
                .execute((instance, _) -> limit.run(instance, () -> {
                    RunImport.Ending ending = work.run(importOf(instance.getId()), stop::isStopping);
                    return ending == RunImport.Ending.DONE
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
                }));
    }

    /** Removes checks that nobody wants any more, and files that were uploaded and then not imported. */
    @Bean
    Task<Void> removeUnusedFiles(FileStore files, OldChecks checks, Clock clock, NodeStop stop) {
        return Tasks.recurring(REMOVE_UNUSED, FixedDelay.ofHours(1)).execute((_, _) -> {
            checks.remove(stop::isStopping);
            files.deleteUnusedBefore(clock.instant().minus(UNUSED_FILES_STAY));
        });
    }

    /** Returns the name of a job; {@code fence} keeps a resumed import from being taken for the job before it. */
    static String instanceOf(ImportId id, long fence) {
        return id.value() + ":" + fence;
    }

    /** Returns which import a job of this name is for. */
    static ImportId importOf(String instance) {
        return new ImportId(Long.parseLong(instance.substring(0, instance.indexOf(':'))));
    }
}
