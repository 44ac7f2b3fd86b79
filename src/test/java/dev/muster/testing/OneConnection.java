package dev.muster.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
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
     * Returns a connection of {@code pool}.
     *
     * @throws AssertionError where this thread has not closed the one before
     */
    static Connection take(Pool pool) throws SQLException {
        Throwable before = HELD.get();
        if (before != null) {
            throw new AssertionError("A thread that holds a connection asks the pool for another one.", before);
        }
        Connection connection = pool.get();
        HELD.set(new Throwable("The connection it holds was taken here."));
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        HELD.remove();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
