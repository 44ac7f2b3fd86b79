package dev.muster.testing;

import dev.muster.invitations.Promises;
import dev.muster.security.ResetLinks;
import dev.muster.security.SetupLinks;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of services on a real database, run on H2 and on MariaDB. The application runs whole but for its scheduler: a
 * test runs jobs itself. Every test starts with an empty hub (see {@link EmptyHub}) and the clock at its start. The
 * application context is shared by all such tests, so none may change it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@SpringBootTest(properties = {"db-scheduler.enabled=false", "muster.data=target/test-data", "muster.index.from=-1"})
@ContextConfiguration(initializers = TestDatabase.class)
@Import({
    TestClockConfig.class,
    StatementCount.Counting.class,
    Users.class,
    SetupLinks.class,
    ResetLinks.class,
    Promises.class
})
@ExtendWith(EmptyHub.class)
public @interface ServiceTest {}
