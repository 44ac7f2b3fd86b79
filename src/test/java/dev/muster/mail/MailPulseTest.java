package dev.muster.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.ServiceTest;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class MailPulseTest {

    private static final int LIMIT_SECONDS = 30;

    @Autowired
    MailPulse pulse;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext application;

    private PostOffice post;

    @BeforeEach
    void openThePostOffice() {
        post = PostOffice.of(application);
    }

    @Test
    void tellsOfALetterThatIsWrittenThatGoesOutAndThatIsStopped() throws Exception {
        var news = new Semaphore(0);
        try (var _ = pulse.watch(news::release)) {
            MailId id = post.queue("mara@hub.example");
            awaitNews(news);
            jdbc.sql("UPDATE mail SET state = 'SENDING' WHERE id = ?")
                    .param(id.value())
                    .update();
            awaitNews(news);
            jdbc.sql("UPDATE mail SET state = 'SENT' WHERE id = ?")
                    .param(id.value())
                    .update();
            awaitNews(news);
            MailId other = post.queue("noor@hub.example");
            awaitNews(news);
            jdbc.sql("UPDATE mail SET state = 'CANCELLED' WHERE id = ?")
                    .param(other.value())
                    .update();
            awaitNews(news);
        }
    }

    private static void awaitNews(Semaphore news) throws InterruptedException {
        assertThat(news.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
}
