package dev.muster.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.muster.common.NodeStop;
import dev.muster.members.StoredMember;
import dev.muster.security.LoggedIn;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import dev.muster.testing.Users;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The jobs of invitations in a hub that is asked to end. */
@ServiceTest
class StoppedJobsTest {

    @Autowired
    OpenInvitations openInvitations;

    @Autowired
    SendReminders sendReminders;

    @Autowired
    ObjectProvider<Scheduler> noScheduler;

    @Autowired
    Promises promises;

    @Autowired
    ReminderDesk reminders;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    Users users;

    LoggedIn admin;

    @BeforeEach
    void aContact() {
        admin = users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        StoredMember.contact(1, "Jose Alvarez", "jose@puertoverde.example")
                .invited(clock.instant().minus(Duration.ofDays(1)))
                .in(jdbc);
    }

    @Test
    void promisedInvitationsStayPromised() {
        promises.promise(admin, 1);

        runOpenInvitations(true);
        assertThat(number("SELECT COUNT(*) FROM invitation WHERE state = 'QUEUED'"))
                .isEqualTo(1);

        runOpenInvitations(false);
        assertThat(number("SELECT COUNT(*) FROM mail")).isEqualTo(1);
    }

    @Test
    void whoeverIsToBeRemindedIsRemindedByTheNext() {
        reminders.save(Set.of(ReminderStep.DAYS_2), false);
        clock.advance(Duration.ofDays(2));

        runSendReminders(true);
        assertThat(number("SELECT COUNT(*) FROM reminder")).isZero();

        runSendReminders(false);
        assertThat(number("SELECT COUNT(*) FROM reminder")).isEqualTo(1);
    }

    private void runOpenInvitations(boolean isStopping) {
        run(new InvitationJobs().openInvitationsJob(openInvitations, stop(isStopping)));
    }

    private void runSendReminders(boolean isStopping) {
        run(new InvitationJobs().sendRemindersJob(sendReminders, stop(isStopping)));
    }

    private NodeStop stop(boolean isStopping) {
        var stop = new NodeStop(noScheduler);
        if (isStopping) {
            stop.begin();
        }
        return stop;
    }

    private static void run(RecurringTask<Void> job) {
        job.executeRecurringly(
                new TaskInstance<>(job.getName(), RecurringTask.INSTANCE),
                new ExecutionContext(new SchedulerState.SettableSchedulerState(), null, null, null));
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
