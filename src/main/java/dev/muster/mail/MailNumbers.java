package dev.muster.mail;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives out the ids of letters, a block of the sequence at a time. */
@Component
class MailNumbers {

    /** The increment of {@code mail_seq}: a block runs from the sequence's value on. */
    private static final int BLOCK = 1000;

    private final JdbcClient jdbc;
    private long next;
    private long end;

    MailNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    synchronized MailId next() {
        if (next == end) {
            next = jdbc.sql("SELECT NEXT VALUE FOR mail_seq").query(Long.class).single();
            end = next + BLOCK;
        }
        return new MailId(next++);
    }
}
