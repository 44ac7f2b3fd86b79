package dev.muster.imports;

import dev.muster.common.LastLook;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What imports have done and what waits, as numbers for monitoring. They are the hub's, read from its rows: every node
 * tells the same, a restart forgets nothing, and no chunk is slower for it.
 */
@Component
class ImportMeters implements MeterBinder {

    private static final double MILLIS = 1000;
    private static final String ROWS = "Rows of imports by what happened to them";

    private final JdbcClient jdbc;
    private final LastLook<Map<String, Double>> numbers;

    ImportMeters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = new LastLook<>(this::look, Map.of(), clock);
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
        FunctionCounter.builder("muster.import.takeovers", this, number("takeovers"))
                .description("Times that an import was taken over from a process that had ended without a word")
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

    private double read(String name) {
        return numbers.get().getOrDefault(name, 0.0);
    }

    private Map<String, Double> look() {
        var found = new TreeMap<String, Double>();
        jdbc.sql("""
                        SELECT state, COUNT(*) AS imports, SUM(created) AS created, SUM(updated) AS updated,
                            SUM(unchanged) AS unchanged, SUM(rejected) AS rejected, SUM(last_chunk) AS chunks,
                            SUM(working_millis) AS working, SUM(take_overs) AS takeovers
                        FROM import_run WHERE purpose = 'IMPORT' GROUP BY state""").query(row -> {
            for (String sum :
                    new String[] {"created", "updated", "unchanged", "rejected", "chunks", "working", "takeovers"}) {
                found.merge(sum, row.getDouble(sum), Double::sum);
            }
            found.put("state." + row.getString("state").toLowerCase(Locale.ROOT), row.getDouble("imports"));
        });
        return found;
    }
}
