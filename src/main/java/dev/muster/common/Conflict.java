package dev.muster.common;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Tells what failed only because others wrote at the same time, and would not a moment later: locks were taken in a circle
 * or for too long, a snapshot went stale.
 */
public final class Conflict {

    private static final int LOCK_WAIT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int STALE_SNAPSHOT = 1020;
    private static final String SERIALIZATION_FAILURE = "40001";

    private Conflict() {}

    /** Tells whether {@code failure} is, or was brought about by, others who wrote at the same time. */
    public static boolean isBehind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyFailureException
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
