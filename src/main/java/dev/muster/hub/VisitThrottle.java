package dev.muster.hub;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Keeps a visitor from having the hub write mails all day: so many from one place, and few to one address. Each node
 * counts for itself. Thread-safe.
 */
@Component
public class VisitThrottle {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int FROM_A_PLACE = 30;
    private static final int FOR_ONE = 3;

    /** So many counters are kept; over it the one unused for longest goes, so that memory stays bounded. */
    private static final int MAX_COUNTERS = 20_000;

    private final Map<String, Bucket> counters = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_COUNTERS;
        }
    };

    /** Tells whether somebody at {@code place} (an IP address) may ask for one more mail. */
    public boolean admitsFrom(String place) {
        return admits("from " + place, FROM_A_PLACE);
    }

    /** Tells whether one more mail may go to {@code whom}, an address or the token of a link. */
    public boolean admitsTo(String whom) {
        return admits("to " + whom, FOR_ONE);
    }

    private synchronized boolean admits(String counter, int limit) {
        return counters.computeIfAbsent(
                        counter,
                        _ -> Bucket.builder()
                                .addLimit(rule -> rule.capacity(limit).refillGreedy(limit, WINDOW))
                                .build())
                .tryConsume(1);
    }
}
