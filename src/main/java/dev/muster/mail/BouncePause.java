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
    Optional<SendingStop.Bounces> current() {
        return settings.find(PAUSE)
                .filter(document -> !document.isEmpty())
                .map(document -> Json.read(document, SendingStop.Bounces.class));
    }

    /** Begins a pause where it is due. */
    void look() {
        if (current().isPresent()) {
            return;
        }
        List<String> last = lastStates();
        int bounced = (int) last.stream().filter("BOUNCED"::equals).count();
        if (bounced <= TOLERATED) {
            return;
        }
        settings.save(PAUSE, Json.write(new SendingStop.Bounces(bounced, last.size(), clock.instant())));
        LOG.warn(
                "{} of the last {} mails bounced. Sending is paused until somebody resumes it on the Outbox page.",
                bounced,
                last.size());
    }

    void end() {
        if (current().isPresent()) {
            settings.save(COUNT_FROM, clock.instant().toString());
            settings.save(PAUSE, "");
        }
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
