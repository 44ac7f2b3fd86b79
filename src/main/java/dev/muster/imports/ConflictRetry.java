package dev.muster.imports;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Tries a transaction again where it only failed because others wrote at the same time: the same address was added, a
 * member changed, locks were taken in a circle or for too long, a snapshot went stale.
 */
@Component
class ConflictRetry {

    private static final int MAX_RETRIES = 7;
    private static final int LOCK_WAIT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int STALE_SNAPSHOT = 1020;
    private static final String SERIALIZATION_FAILURE = "40001";

    private final RetryTemplate template = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(MAX_RETRIES)
            .delay(Duration.ofMillis(50))
            .jitter(Duration.ofMillis(40))
            .multiplier(2)
            .maxDelay(Duration.ofSeconds(2))
            .predicate(ConflictRetry::isConflict)
            .build());

    ConflictRetry(MeterRegistry meters) {
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
            if (cause instanceof DuplicateKeyException
                    || cause instanceof ConcurrencyFailureException
                    || (cause instanceof SQLException sql && isConflict(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConflict(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case LOCK_WAIT, DEADLOCK, STALE_SNAPSHOT -> true;
            default -> SERIALIZATION_FAILURE.equals(failure.getSQLState());
        };
    }
}
