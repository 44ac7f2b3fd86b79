package dev.muster.mail;

import dev.muster.common.LastLook;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mail by its state, and whether any goes out, as numbers for monitoring; the hub's, so every node tells the same. */
@Component
class MailMeters implements MeterBinder {

    private final JdbcClient jdbc;
    private final LastLook<Map<MailState, Long>> letters;
    private final LastLook<Boolean> stopped;

    MailMeters(JdbcClient jdbc, SendingStops stops, Clock clock) {
        this.jdbc = jdbc;
        this.letters = new LastLook<>(this::look, Map.of(), clock);
        this.stopped = new LastLook<>(() -> stops.current().isPresent(), false, clock);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (MailState state : MailState.values()) {
            Gauge.builder("muster.mail", this, meters -> meters.read(state))
                    .description("Mails by state")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("muster.mail.stopped", stopped, look -> look.get() ? 1 : 0)
                .description("1 while no mail goes out; the Outbox page says why")
                .register(registry);
    }

    private double read(MailState state) {
        return letters.get().getOrDefault(state, 0L);
    }

    private Map<MailState, Long> look() {
        var found = new EnumMap<MailState, Long>(MailState.class);
        jdbc.sql("SELECT state, COUNT(*) AS letters FROM mail GROUP BY state").query(row -> {
            found.put(MailState.valueOf(row.getString("state")), row.getLong("letters"));
        });
        return found;
    }
}
