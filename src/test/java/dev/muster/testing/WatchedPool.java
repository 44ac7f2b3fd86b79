package dev.muster.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The application's pool of connections: says of each what {@link StatementCount} and {@link OneConnection} want to know. */
final class WatchedPool extends DelegatingDataSource {

    private volatile boolean givesOne;

    WatchedPool(DataSource pool) {
        super(pool);
    }

    /** From now on a thread that holds a connection gets no other one. */
    void giveOne() {
        givesOne = true;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return givesOne
                ? watched(OneConnection.take(super::getConnection), OneConnection::giveBack)
                : watched(super.getConnection(), () -> {});
    }

    private static Connection watched(Connection connection, Runnable whenClosed) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("close")) {
                whenClosed.run();
            }
            return switch (method.invoke(connection, arguments)) {
                case PreparedStatement statement -> counted(PreparedStatement.class, statement, (String) arguments[0]);
                case Statement statement -> counted(Statement.class, statement, "");
                case null -> null;
                case Object result -> result;
            };
        });
    }

    /**
     * @param sql what was prepared; empty where it comes with the call that sends it
     */
    private static <T extends Statement> T counted(Class<T> type, T statement, String sql) {
        return proxy(type, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                StatementCount.note(() -> sql.isEmpty() ? String.valueOf(arguments[0]) : sql);
            }
            return method.invoke(statement, arguments);
        });
    }

    /** What is done in the place of a method. */
    private interface Watch {
        Object call(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    /** Whoever calls it sees the exceptions of the driver as they are. */
    private static <T> T proxy(Class<T> type, Watch watch) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        return watch.call(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
