package dev.muster.mail;

import dev.muster.common.IdBlock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives out the ids of letters. */
@Component
class MailNumbers {

    /** The increment of {@code mail_seq}. */
    private static final int BLOCK = 1000;

    private final IdBlock ids;

    MailNumbers(JdbcClient jdbc) {
        this.ids = new IdBlock(jdbc, "mail_seq", BLOCK);
    }

    MailId next() {
        return new MailId(ids.take(1)[0]);
    }
}
