package dev.muster.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.muster.common.NodeStop;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfig {

    static final String JOB = "send-mail";
    private static final int ROUND_SECONDS = 15;

    @Bean
    RecurringTask<Void> sendMailJob(SendMail sendMail, NodeStop stop) {
        return Tasks.recurring(JOB, FixedDelay.ofSeconds(ROUND_SECONDS))
                .execute((_, _) -> sendMail.run(stop::isStopping));
    }
}
