package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;

class ConflictRetryTest {

    private final AtomicInteger tries = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {1205, 1213, 1020})
    void triesAgainAfterAConflict(int code) {
        int result = new ConflictRetry().run(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new UncategorizedSQLException("write", null, new SQLException("in the way", "HY000", code));
            }
            return tries.get();
        });

        assertThat(result).isEqualTo(3);
    }

    @Test
    void triesAgainAfterADuplicateKeyAndASerializationFailure() {
        assertThat(ConflictRetry.isConflict(new DuplicateKeyException("a@example.com")))
                .isTrue();
        assertThat(ConflictRetry.isConflict(new IllegalStateException(new SQLException("again", "40001", 7))))
                .isTrue();
    }

    @Test
    void doesNotTryAgainAfterAnythingElse() {
        assertThatThrownBy(() -> new ConflictRetry().run(() -> {
                    tries.incrementAndGet();
                    throw new DataIntegrityViolationException("too long");
                }))
                .isExactlyInstanceOf(DataIntegrityViolationException.class);
        assertThat(tries).hasValue(1);
    }
}
