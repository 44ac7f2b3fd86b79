package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;

class ConflictRetryTest {

    private final AtomicInteger tries = new AtomicInteger();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicBoolean isStopping = new AtomicBoolean();
    private final ConflictRetry retry = new ConflictRetry(meters, isStopping::get);

    @ParameterizedTest
    @ValueSource(ints = {1205, 1213, 1020})
    void triesAgainAfterAConflict(int code) {
        int result = retry.run(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new UncategorizedSQLException("write", null, new SQLException("in the way", "HY000", code));
            }
            return tries.get();
        });

        assertThat(result).isEqualTo(3);
        assertThat(meters.get("muster.import.retries").counter().count()).isEqualTo(2);
    }

    @Test
    void triesAgainAfterADuplicateKeyAndASerializationFailure() {
        assertThat(ConflictRetry.isConflict(new DuplicateKeyException("a@example.com")))
                .isTrue();
        assertThat(ConflictRetry.isConflict(new IllegalStateException(new SQLException("again", "40001", 7))))
                .isTrue();
    }

    @Test
    void doesNotWaitForOthersAgainOnceTheHubStops() {
        assertThatThrownBy(() -> retry.run(() -> {
                    isStopping.set(tries.incrementAndGet() == 2);
                    throw new CannotAcquireLockException("in the way");
                }))
                .isExactlyInstanceOf(CannotAcquireLockException.class);
        assertThat(tries).hasValue(2);
    }

    /** It fails at once, and without another turn a row would be taken for one that cannot be written. */
    @Test
    void triesAgainAfterADuplicateKeyThoughTheHubStops() {
        isStopping.set(true);

        int result = retry.run(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new DuplicateKeyException("a@example.com");
            }
            return tries.get();
        });

        assertThat(result).isEqualTo(3);
    }

    @Test
    void doesNotTryAgainAfterAnythingElse() {
        assertThatThrownBy(() -> retry.run(() -> {
                    tries.incrementAndGet();
                    throw new DataIntegrityViolationException("too long");
                }))
                .isExactlyInstanceOf(DataIntegrityViolationException.class);
        assertThat(tries).hasValue(1);
    }
}
