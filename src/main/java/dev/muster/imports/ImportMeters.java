package dev.muster.imports;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What imports have done and what waits, as numbers for monitoring. They are the hub's, read from its rows: every node
 * tells the same, a restart forgets nothing, and no chunk is slower for it.
 */
@Component
class ImportMeters implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final double MILLIS = 1000;
    private static final String ROWS = "Rows of imports by what happened to them";

    private final JdbcClient jdbc;
    private final Clock clock;
    private @Nullable Instant readAt;
    private Map<String, Double> numbers = Map.of();

    ImportMeters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            String name = outcome.name().toLowerCase(Locale.ROOT);
            FunctionCounter.builder("muster.import.rows", this, number(name))
                    .description(ROWS)
                    .tag("outcome", name)
                    .register(registry);
        }
        FunctionCounter.builder("muster.import.chunks", this, number("chunks"))
                .description("Chunks of imports that are committed")
                .register(registry);
        FunctionCounter.builder("muster.import.working", this, one -> one.read("working") / MILLIS)
                .description("Time that imports spent on their rows")
                .baseUnit("seconds")
                .register(registry);
        FunctionCounter.builder("muster.import.takeups", this, number("takeups"))
                .description("Times that an import was taken up: once each, and again after whoever had it fell silent")
                .register(registry);
        for (String state : new String[] {"queued", "running", "failed"}) {
            Gauge.builder("muster.imports", this, number("state." + state))
                    .description("Imports by state")
                    .tag("state", state)
                    .register(registry);
        }
    }

    private static ToDoubleFunction<ImportMeters> number(String name) {
        return meters -> meters.read(name);
    }

    /** Several meters are read at once: they share a look at the database. */
    private synchronized double read(String name) {
        Instant now = clock.instant();
        if (readAt == null || !now.isBefore(readAt.plus(FRESH))) {
            numbers = look();
            readAt = now;
        }
        return numbers.getOrDefault(name, 0.0);
    }

    private Map<String, Double> look() {
        var found = new TreeMap<String, Double>();
        jdbc.sql("""
                        SELECT state, COUNT(*) AS imports, SUM(created) AS created, SUM(updated) AS updated,
                            SUM(unchanged) AS unchanged, SUM(rejected) AS rejected, SUM(last_chunk) AS chunks,
                            SUM(working_millis) AS working, SUM(fence) AS takeups
                        FROM import_run WHERE purpose = 'IMPORT' GROUP BY state""").query(row -> {
            for (String sum :
                    new String[] {"created", "updated", "unchanged", "rejected", "chunks", "working", "takeups"}) {
                found.merge(sum, row.getDouble(sum), Double::sum);
            }
            found.put("state." + row.getString("state").toLowerCase(Locale.ROOT), row.getDouble("imports"));
        });
        return found;
    }
}
