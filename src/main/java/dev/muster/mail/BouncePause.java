package dev.muster.mail;

import dev.muster.common.HubSettings;
import dev.muster.common.Json;
import dev.muster.common.Utc;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stops all sending when too many mails bounce: a hub that goes on is soon taken for a spammer. Stands until a person
 * resumes; then only what comes after counts.
 */
@Component
class BouncePause {

    private static final Logger LOG = LoggerFactory.getLogger(BouncePause.class);

    private static final String PAUSE = "mail_pause";
    private static final String COUNT_FROM = "mail_bounces_counted_from";
    private static final int LOOKED_AT = 200;

    /** Five percent of as many. */
    private static final int TOLERATED = 10;

    private final HubSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    BouncePause(HubSettings settings, JdbcClient jdbc, Clock clock) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns the pause that stands, or empty while mail goes out. */
    Optional<SendingPause> current() {
        return settings.find(PAUSE)
                .filter(document -> !document.isEmpty())
                .map(document -> Json.read(document, SendingPause.class));
    }

    /** Tells whether no mail may go out now, and begins a pause where it is due. */
    boolean stands() {
        if (current().isPresent()) {
            return true;
        }
        List<String> last = lastStates();
        int bounced = (int) last.stream().filter("BOUNCED"::equals).count();
        if (bounced <= TOLERATED) {
            return false;
        }
        settings.save(PAUSE, Json.write(new SendingPause(bounced, last.size())));
        LOG.warn(
                "{} of the last {} mails bounced. Sending is paused until somebody resumes it on the Outbox page.",
                bounced,
                last.size());
        return true;
    }

    void resume() {
        settings.save(COUNT_FROM, clock.instant().toString());
        settings.save(PAUSE, "");
    }

    private List<String> lastStates() {
        Instant from = settings.find(COUNT_FROM).map(Instant::parse).orElse(Instant.EPOCH);
        return jdbc.sql("""
                        SELECT state FROM mail_try WHERE tried_at > ? AND state IN ('SENT', 'BOUNCED')
                        ORDER BY tried_at DESC, mail_id DESC LIMIT ?""")
                .params(Utc.toColumn(from), LOOKED_AT)
                .query((row, _) -> row.getString("state"))
                .list();
    }
}
