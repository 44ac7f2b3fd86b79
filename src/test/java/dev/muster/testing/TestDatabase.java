package dev.muster.testing;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Points a test at a fresh database: an H2 in memory, or with {@code -Dmuster.test.database=mariadb} a real MariaDB that
 * runs from a jar. The build runs every test tagged {@code database} on both.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                context, "muster.secret=a secret that only the tests of this hub know");
        if (isMariaDb()) {
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                    context,
                    "spring.datasource.url=" + MariaDb.freshUrl(),
                    "spring.datasource.username=" + MariaDbServer.USER,
                    "spring.datasource.password=");
        } else {
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                    context, "spring.datasource.url=" + H2Url.memory());
        }
    }

    /** Tells whether this run tests on MariaDB. */
    public static boolean isMariaDb() {
        return "mariadb".equals(System.getProperty("muster.test.database"));
    }

    /** One server for all tests of this JVM; each application context gets a database of its own. */
    private static final class MariaDb {

        private static final MariaDbServer SERVER = MariaDbServer.start(MariaDbServer.WITHOUT_WAITING_FOR_THE_DISK);

        static String freshUrl() {
            return SERVER.freshDatabase();
        }
    }
}
