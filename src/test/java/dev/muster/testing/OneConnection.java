package dev.muster.testing;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Fails whoever asks for a connection on a thread that holds one. As many of them at a time as the pool has connections
 * would each wait for another one to give theirs back, and nobody would.
 */
final class OneConnection {

    /** Where the thread took the connection that it holds. */
    private static final ThreadLocal<@Nullable Throwable> HELD = new ThreadLocal<>();

    private OneConnection() {}

    /** Gives a connection. */
    interface Pool {
        Connection get() throws SQLException;
    }

    /**
     * Returns a connection of {@code pool}, which this thread holds until it says {@link #giveBack}.
     *
     * @throws AssertionError where this thread has not given back the one before
     */
    static Connection take(Pool pool) throws SQLException {
        Throwable before = HELD.get();
        if (before != null) {
            throw new AssertionError("A thread that holds a connection asks the pool for another one.", before);
        }
        Connection connection = pool.get();
        HELD.set(new Throwable("The connection it holds was taken here."));
        return connection;
    }

    /** Says that this thread closes the connection it holds. */
    static void giveBack() {
        HELD.remove();
    }
}
