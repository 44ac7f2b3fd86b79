package dev.muster.members.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** Lists that are asked for while the index has much to do. */
@ServiceTest
class BusyIndexTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Users users;

    MemberIndex index;
    SlowDatabase database;

    /** The database's transactions, which can be held up. */
    static final class SlowDatabase implements PlatformTransactionManager {

        private final PlatformTransactionManager real;
        private final CountDownLatch isAsked = new CountDownLatch(1);
        private volatile @Nullable CountDownLatch gate;

        SlowDatabase(PlatformTransactionManager real) {
            this.real = real;
        }

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            CountDownLatch held = gate;
            if (held != null) {
                isAsked.countDown();
                try {
                    held.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return real.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            real.commit(status);
        }

        @Override
        public void rollback(TransactionStatus status) {
            real.rollback(status);
        }
    }

    @BeforeEach
    void makeAnIndex(@Autowired IndexRows rows, @Autowired MemberTouches touches, @Autowired DataSource pool) {
        users.actAs("Mara Lindqvist", Role.MANAGER);
        addMember(1);
        database = new SlowDatabase(new JdbcTransactionManager(pool));
        index = new MemberIndex(rows, touches, database, 1);
        index.begin();
        while (index.find(Wanted.ALL).isEmpty()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    @AfterEach
    void endTheIndex() {
        if (database.gate != null) {
            database.gate.countDown();
        }
        index.destroy();
    }

    @Test
    void aListDoesNotWaitForSomebodyWhoTakesLongToTakeSomethingIn() throws Exception {
        addMember(2);
        database.gate = new CountDownLatch(1);
        Thread slow = Thread.ofPlatform().daemon().start(() -> index.find(Wanted.ALL));
        database.isAsked.await();

        var other = new CompletableFuture<Long>();
        Thread.ofPlatform().daemon().start(() -> other.complete(notJoined()));

        assertThat(other.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        database.gate.countDown();
        slow.join();
        while (notJoined() < 2) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private long notJoined() {
        return index.find(Wanted.ALL).orElseThrow().of(2);
    }

    private void addMember(long id) {
        jdbc.sql("""
            INSERT INTO member (id, version, name, email, email_key, field_values, kind, source, created_at)
            VALUES (?, 0, 'Ann', ?, ?, '{}', 'ADVOCATE', 'API', TIMESTAMP '2026-01-01 00:00:00')""")
                .params(id, "ann@%d.example".formatted(id), "ann@%d.example".formatted(id))
                .update();
        jdbc.sql("UPDATE pulse SET beat = beat + 1 WHERE topic = 'touches'").update();
        jdbc.sql("INSERT INTO member_touch (number, members) SELECT beat, ? FROM pulse WHERE topic = 'touches'")
                .param(MemberTouches.encode(new TreeSet<>(List.of(id))))
                .update();
    }
}
