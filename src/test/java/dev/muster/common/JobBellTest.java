package dev.muster.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionOperations;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class JobBellTest {

    private static final TaskInstance<Void> MAIL = new TaskInstance<>("send-mail", RecurringTask.INSTANCE);

    private final List<Runnable> inBackground = new ArrayList<>();
    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

    @Autowired
    DataSource dataSource;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    HubSettings settings;

    @Autowired
    SettableClock clock;

    @Test
    void aJobIsWokenBehindTheBackOfWhoeverCommitted() {
        SchedulerClient client = register(dataSource);
        Instant nextRound = clock.instant().plus(Duration.ofMinutes(1));
        client.scheduleIfNotExists(MAIL, nextRound);
        var bell = new JobBell(beans.getBeanProvider(SchedulerClient.class), inBackground::add, clock);

        transactions.executeWithoutResult(_ -> {
            bell.ringAfterCommit("send-mail");
            bell.ringAfterCommit("send-mail");
        });

        assertThat(due(client)).isEqualTo(nextRound);
        runInBackground();
        assertThat(due(client)).isEqualTo(clock.instant());
    }

    @Test
    void aJobThatIsAboutToBeWokenIsNotWokenTwice() {
        var bell = new JobBell(beans.getBeanProvider(SchedulerClient.class), inBackground::add, clock);

        bell.ring("send-mail");
        bell.ring("send-mail");
        assertThat(inBackground).hasSize(1);

        runInBackground();
        bell.ring("send-mail");
        assertThat(inBackground).hasSize(1);
    }

    @Test
    void whatIsCommittedDoesNotFailOverAJobThatCannotBeWoken(CapturedOutput log) {
        register(new DriverManagerDataSource("jdbc:h2:mem:without-tables"));
        var bell = new JobBell(beans.getBeanProvider(SchedulerClient.class), inBackground::add, clock);

        ringWithACompany(bell);
        runInBackground();

        assertThat(settings.company()).hasValue("Lumenworks");
        assertThat(log.getOut())
                .contains("The job send-mail could not be woken. It looks by itself in its next round.");
    }

    @Test
    void whatIsCommittedDoesNotFailWhileMusterEnds() {
        var bell = new JobBell(
                beans.getBeanProvider(SchedulerClient.class),
                _ -> {
                    throw new RejectedExecutionException("closed");
                },
                clock);

        ringWithACompany(bell);

        assertThat(settings.company()).hasValue("Lumenworks");
    }

    private void ringWithACompany(JobBell bell) {
        transactions.executeWithoutResult(_ -> {
            settings.save("company", "Lumenworks");
            bell.ringAfterCommit("send-mail");
        });
    }

    private void runInBackground() {
        List<Runnable> due = List.copyOf(inBackground);
        inBackground.clear();
        due.forEach(Runnable::run);
    }

    private static Instant due(SchedulerClient client) {
        return client.getScheduledExecution(MAIL).orElseThrow().getExecutionTime();
    }

    private SchedulerClient register(DataSource of) {
        SchedulerClient client = SchedulerClient.Builder.create(of)
                .jdbcCustomization(new AutodetectJdbcCustomization(of, true))
                .build();
        beans.registerSingleton("scheduler", client);
        return client;
    }
}
