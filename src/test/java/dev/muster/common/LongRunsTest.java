package dev.muster.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.muster.testing.ServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Long jobs and short ones on the same scheduler, which has three threads. */
@ServiceTest
class LongRunsTest {

    private static final int THREADS = 3;
    private static final int AT_ONCE = 2;
    private static final int IMPORTS = 12;

    private final CountDownLatch imported = new CountDownLatch(IMPORTS);
    private final CountDownLatch begun = new CountDownLatch(AT_ONCE);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch mailed = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostRunning = new AtomicInteger();

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private Scheduler scheduler;
    private Task<Void> imports;
    private OneTimeTask<Void> mail;

    @BeforeEach
    void aSchedulerAtWork() {
        var bell = new JobBell(beans.getBeanProvider(SchedulerClient.class), Runnable::run, Clock.systemUTC());
        var limit = new LongRuns(AT_ONCE, bell);
        imports =
                Tasks.custom("long-import", Void.class).execute((instance, _) -> limit.run(instance, this::importAll));
        mail = Tasks.oneTime("short-mail").execute((_, _) -> mailed.countDown());
        scheduler = Scheduler.create(dataSource, imports, mail)
                .jdbcCustomization(new AutodetectJdbcCustomization(dataSource, true))
                .threads(THREADS)
                .pollingInterval(Duration.ofMillis(100))
                .enableImmediateExecution()
                .build();
        beans.registerSingleton("scheduler", scheduler);
        scheduler.start();
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        scheduler.stop();
        jdbc.sql("DELETE FROM scheduled_tasks WHERE task_name IN ('long-import', 'short-mail')")
                .update();
    }

    @Test
    void mailGoesOutWhileManyImportsWaitAndEachOfThemHasItsTurn() throws Exception {
        for (int number = 0; number < IMPORTS; number++) {
            scheduler.schedule(imports.instance("import " + number), Instant.now());
        }
        assertThat(begun.await(20, TimeUnit.SECONDS))
                .as("two imports are at work")
                .isTrue();

        scheduler.schedule(mail.instance("mail"), Instant.now());

        assertThat(mailed.await(20, TimeUnit.SECONDS)).as("mail goes out").isTrue();
        assertThat(imported.getCount()).as("no import has ended yet").isEqualTo(IMPORTS);

        goOn.countDown();
        assertThat(imported.await(60, TimeUnit.SECONDS)).as("all imports end").isTrue();
        assertThat(mostRunning.get()).isEqualTo(AT_ONCE);
    }

    private CompletionHandler<Void> importAll() {
        mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.decrementAndGet();
        imported.countDown();
        return new CompletionHandler.OnCompleteRemove<>();
    }
}
