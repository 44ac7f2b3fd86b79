package dev.muster.common;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.resilience.retry.MethodRetryPredicate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A service whose methods are whole transactions: where one fails only because others wrote at the same time, such as an
 * import, it is tried again before anybody hears of it.
 */
@Retryable(predicate = AnotherTurn.WholeTransaction.class, maxRetries = 5, delay = 50, jitter = 40, multiplier = 2)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnotherTurn {

    /** Never a part of a transaction: after a conflict, all of it is rolled back. */
    final class WholeTransaction implements MethodRetryPredicate {

        @Override
        public boolean shouldRetry(Method method, Throwable failure) {
            return Conflict.isBehind(failure) && !TransactionSynchronizationManager.isActualTransactionActive();
        }
    }
}
