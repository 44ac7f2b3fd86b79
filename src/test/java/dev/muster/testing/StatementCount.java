package dev.muster.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what is sent to the database while a test asks for it: each statement once, a batch as the one message that it
 * is. It counts for the thread that asks, and for those it starts.
 */
public final class StatementCount {

    private static final InheritableThreadLocal<List<String>> SENT = new InheritableThreadLocal<>();

    private StatementCount() {}

    /** Does {@code deed} and returns the statements that it sent. */
    public static List<String> during(Runnable deed) {
        SENT.set(Collections.synchronizedList(new ArrayList<>()));
        try {
            deed.run();
            return SENT.get();
        } finally {
            SENT.remove();
        }
    }

    /** Returns how many were sent so far, for what is done in {@link #during}. */
    public static int soFar() {
        return SENT.get().size();
    }

    /** Puts the counter between the application and its pool of connections. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Counting {

        @Bean
        static BeanPostProcessor countsStatements() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String beanName) {
                    return bean instanceof DataSource pool && !(bean instanceof Counted) ? new Counted(pool) : bean;
                }
            };
        }

        /** From then on: to migrate the schema, alone at its start, Flyway takes two. */
        @Bean
        static SmartInitializingSingleton seesThatNobodyTakesTwo(DataSource counted) {
            return () -> ((Counted) counted).started = true;
        }
    }

    private static final class Counted extends DelegatingDataSource {

        private volatile boolean started;

        Counted(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = started ? OneConnection.take(super::getConnection) : super.getConnection();
            return proxy(Connection.class, connection, "");
        }
    }

    private static <T> T proxy(Class<T> type, T target, String sql) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    if (method.getName().startsWith("execute") && SENT.get() != null) {
                        SENT.get().add(sql.isEmpty() ? String.valueOf(arguments[0]) : sql);
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return switch (result) {
                            case PreparedStatement statement ->
                                proxy(PreparedStatement.class, statement, (String) arguments[0]);
                            case Statement statement -> proxy(Statement.class, statement, "");
                            case null, default -> result;
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
