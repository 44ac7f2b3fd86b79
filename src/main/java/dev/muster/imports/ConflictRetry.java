package dev.muster.imports;

import dev.muster.common.Conflict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.dao.DuplicateKeyException;

/**
 * Tries a transaction again where it only failed because others wrote at the same time: the same address was added, a
 * member changed, locks were taken in a circle or for too long, a snapshot went stale. Once the hub stops, what others hold
 * is not waited for again: each wait for a lock may take ten seconds, and the hub's end has but twenty.
 */
class ConflictRetry {

    private static final int MAX_RETRIES = 7;

    private final RetryTemplate template;

    /**
     * @param stopping tells whether the hub stops
     */
    ConflictRetry(MeterRegistry meters, BooleanSupplier stopping) {
        template = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(MAX_RETRIES)
                .delay(Duration.ofMillis(50))
                .jitter(Duration.ofMillis(40))
                .multiplier(2)
                .maxDelay(Duration.ofSeconds(2))
                .predicate(failure -> isConflict(failure) && !(Conflict.isBehind(failure) && stopping.getAsBoolean()))
                .build());
        Counter retries = Counter.builder("muster.import.retries")
                .description("Chunks that this node tried again since others wrote at the same time")
                .register(meters);
        template.setRetryListener(new RetryListener() {
            @Override
            public void beforeRetry(RetryPolicy policy, Retryable<?> chunk) {
                retries.increment();
            }
        });
    }

    /** Runs {@code transaction}, which must be a whole one, until it succeeds or fails for another reason. */
    <T> T run(Supplier<T> transaction) {
        return template.invoke(transaction);
    }

    static boolean isConflict(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Turn.LostException) {
                return false; // whatever the chunk before failed with: this one has no place any more
            }
            if (cause instanceof DuplicateKeyException || cause instanceof Turn.SurpriseException) {
                return true;
            }
        }
        return Conflict.isBehind(failure);
    }
}
