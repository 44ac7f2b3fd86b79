package dev.muster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.ServiceTest;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions that only read, which is what most pages do. */
@ServiceTest
class ReadingTransactionsTest {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void costTheDatabaseNoMessageOfTheirOwn() {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);

        Boolean isAnnounced = reading.execute(_ -> jdbc.execute((ConnectionCallback<Boolean>) Connection::isReadOnly));

        assertThat(isAnnounced).isFalse();
    }

    @Test
    void seeWhatIsCommittedMeanwhile() {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);

        Integer isolation =
                reading.execute(_ -> jdbc.execute((ConnectionCallback<Integer>) Connection::getTransactionIsolation));

        assertThat(isolation).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
    }
}
