package dev.muster.invitations;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.muster.common.NodeStop;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InvitationJobs {

    private static final int ROUND_SECONDS = 15;
    private static final int REMINDER_MINUTES = 10;

    @Bean
    RecurringTask<Void> openInvitationsJob(OpenInvitations openInvitations, NodeStop stop) {
        return Tasks.recurring(OpenInvitations.JOB, FixedDelay.ofSeconds(ROUND_SECONDS))
                .execute((_, _) -> openInvitations.run(stop::isStopping));
    }

    @Bean
    RecurringTask<Void> sendRemindersJob(SendReminders sendReminders, NodeStop stop) {
        return Tasks.recurring(SendReminders.JOB, FixedDelay.ofMinutes(REMINDER_MINUTES))
                .execute((_, _) -> sendReminders.run(stop::isStopping));
    }
}
