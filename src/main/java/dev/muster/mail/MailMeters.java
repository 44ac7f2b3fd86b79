package dev.muster.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mail by its state, and whether any goes out, as numbers for monitoring; the hub's, so every node tells the same. */
@Component
class MailMeters implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final SendingStops stops;
    private final Clock clock;
    private @Nullable Instant readAt;
    private Map<MailState, Long> letters = Map.of();

    MailMeters(JdbcClient jdbc, SendingStops stops, Clock clock) {
        this.jdbc = jdbc;
        this.stops = stops;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (MailState state : MailState.values()) {
            Gauge.builder("muster.mail", this, meters -> meters.read(state))
                    .description("Mails by state")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("muster.mail.stopped", stops, all -> all.current().isPresent() ? 1 : 0)
                .description("1 while no mail goes out; the Outbox page says why")
                .register(registry);
    }

    private synchronized double read(MailState state) {
        Instant now = clock.instant();
        if (readAt == null || !now.isBefore(readAt.plus(FRESH))) {
            var found = new EnumMap<MailState, Long>(MailState.class);
            jdbc.sql("SELECT state, COUNT(*) AS letters FROM mail GROUP BY state")
                    .query(row -> {
                        found.put(MailState.valueOf(row.getString("state")), row.getLong("letters"));
                    });
            letters = found;
            readAt = now;
        }
        return letters.getOrDefault(state, 0L);
    }
}
