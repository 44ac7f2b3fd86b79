package dev.muster.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

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

    /** Says that {@code statement} is about to be sent. */
    static void note(Supplier<String> statement) {
        List<String> sent = SENT.get();
        if (sent != null) {
            sent.add(statement.get());
        }
    }

    /** Puts the counter between the application and its pool of connections. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Counting {

        @Bean
        static BeanPostProcessor countsStatements() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String beanName) {
                    return bean instanceof DataSource pool && !(bean instanceof WatchedPool)
                            ? new WatchedPool(pool)
                            : bean;
                }
            };
        }

        /** From then on: to migrate the schema, alone at its start, Flyway takes two. */
        @Bean
        static SmartInitializingSingleton seesThatNobodyTakesTwo(DataSource pool) {
            return () -> ((WatchedPool) pool).giveOne();
        }
    }
}
