package dev.muster.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class JobBellTest {

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    HubSettings settings;

    @Autowired
    SettableClock clock;

    @Test
    void whatIsCommittedDoesNotFailOverAJobThatCannotBeWoken(CapturedOutput log) {
        var scheduler = new DefaultListableBeanFactory();
        scheduler.registerSingleton("withoutItsTable", schedulerOf("jdbc:h2:mem:without-tables"));
        var bell = new JobBell(scheduler.getBeanProvider(SchedulerClient.class), manager, clock);

        transactions.executeWithoutResult(_ -> {
            settings.save("company", "Lumenworks");
            bell.ringAfterCommit("send-mail");
        });

        assertThat(settings.company()).hasValue("Lumenworks");
        assertThat(log.getOut())
                .contains("The job send-mail could not be woken. It looks by itself in its next round.");
    }

    private static SchedulerClient schedulerOf(String url) {
        return SchedulerClient.Builder.create(new DriverManagerDataSource(url)).build();
    }
}
