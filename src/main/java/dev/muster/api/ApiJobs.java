package dev.muster.api;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API leaves to do later. */
@Configuration(proxyBeanMethods = false)
class ApiJobs {

    @Bean
    Task<Void> removeOldRequestKeys(RequestKeys keys) {
        return Tasks.recurring("remove-old-request-keys", FixedDelay.ofHours(1)).execute((_, _) -> keys.removeOld());
    }
}
