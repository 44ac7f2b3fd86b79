package dev.muster.security;

import dev.muster.common.EmailAddress;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords: five failures for one address from one place, fifty from one place, or fifty for
 * one address from wherever, and the next attempt is refused unread until five minutes have passed. Each node counts for itself. Thread-safe.
 */
@Component
class LoginThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int FAILURES_FOR_AN_ADDRESS = 5;
    private static final int FAILURES_FROM_A_PLACE = 50;

    /** Enough that a few guesses elsewhere do not keep its owner out. */
    private static final int FAILURES_FROM_ANYWHERE = 50;

    private static final String ANYWHERE = "*";

    /** So many counters are kept; over it the one unused for longest goes, so that memory stays bounded. */
    private static final int MAX_COUNTERS = 20_000;

    private record Counter(String place, String address) {}

    private final TimeMeter time;
    private final Map<Counter, Bucket> counters = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Counter, Bucket> eldest) {
            return size() > MAX_COUNTERS;
        }
    };

    LoginThrottle(Clock clock) {
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                Instant now = clock.instant();
                return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /**
     * Tells whether someone at {@code place} (an IP address) may try to log in as {@code address}. Counts the attempt as
     * a failure until {@link #succeeded} says otherwise, so that many at once do not slip through.
     */
    synchronized boolean admits(String place, String address) {
        return ofAddress(place, address).tryConsume(1)
                && ofPlace(place).tryConsume(1)
                && fromAnywhere(address).tryConsume(1);
    }

    /** Forgets the failures for {@code address} from {@code place}: it was its owner. */
    synchronized void succeeded(String place, String address) {
        counters.remove(new Counter(place, keyOf(address)));
        ofPlace(place).addTokens(1);
        fromAnywhere(address).addTokens(1);
    }

    /** Forgets every failure. */
    synchronized void forgetAll() {
        counters.clear();
    }

    private Bucket ofAddress(String place, String address) {
        return counters.computeIfAbsent(new Counter(place, keyOf(address)), key -> bucket(FAILURES_FOR_AN_ADDRESS));
    }

    private Bucket ofPlace(String place) {
        return counters.computeIfAbsent(new Counter(place, ""), key -> bucket(FAILURES_FROM_A_PLACE));
    }

    private Bucket fromAnywhere(String address) {
        return counters.computeIfAbsent(new Counter(ANYWHERE, keyOf(address)), _ -> bucket(FAILURES_FROM_ANYWHERE));
    }

    private Bucket bucket(int failures) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(failures).refillIntervally(failures, WINDOW))
                .build();
    }

    private static String keyOf(String address) {
        return EmailAddress.parse(address)
                .map(EmailAddress::key)
                .orElseGet(() -> address.toLowerCase(Locale.ROOT).strip());
    }
}
