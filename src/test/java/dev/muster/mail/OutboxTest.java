package dev.muster.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.common.EmailAddress;
import dev.muster.testing.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

@ServiceTest
class OutboxTest {

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void withoutAMailServerALetterIsKept() {
        MailId id = put(letter("Import finished"));

        assertThat(one("SELECT state FROM mail WHERE id = ?", id)).isEqualTo("KEPT");
        assertThat(one("SELECT message_id FROM mail WHERE id = ?", id))
                .isInstanceOfSatisfying(
                        String.class,
                        messageId -> assertThat(messageId).matches("<" + id.value() + "\\.[0-9a-f]{16}@localhost>"));
    }

    @Test
    void aLetterIsPutOnlyWithTheDecisionThatCausedIt() {
        assertThatThrownBy(() -> outbox.put(letter("Import finished")))
                .isInstanceOf(IllegalTransactionStateException.class);

        transactions.executeWithoutResult(status -> {
            outbox.put(letter("Import finished"));
            status.setRollbackOnly();
        });

        assertThat(jdbc.sql("SELECT COUNT(*) FROM mail").query(Long.class).single())
                .isZero();
    }

    @Test
    void aLineBreakCannotStartAnotherHeader() {
        var letter = new Letter(
                Letter.Purpose.TEST,
                "Eve\r\nBcc: all@hub.example",
                address("eve@hub.example"),
                "Hello\nX-Evil: 1\u2028\u0000\u202E!",
                "Text",
                "<p>Text</p>",
                List.of(new Letter.Attachment("a\r\n.csv", "text/csv\r\nX-Evil: 2", "")));
        MailId id = put(letter);

        assertThat(one("SELECT to_name FROM mail WHERE id = ?", id)).isEqualTo("Eve Bcc: all@hub.example");
        assertThat(one("SELECT subject FROM mail WHERE id = ?", id)).isEqualTo("Hello X-Evil: 1 !");
        assertThat(one("SELECT file_name FROM mail_attachment WHERE mail_id = ?", id))
                .isEqualTo("a .csv");
        assertThat(one("SELECT content_type FROM mail_attachment WHERE mail_id = ?", id))
                .isEqualTo("text/csv X-Evil: 2");
    }

    @Test
    void anAttachmentKeepsItsBytes() {
        String csv = "\uFEFFLine,Result\r\n2,\"José 🎉\"\r\n";
        var letter = new Letter(
                Letter.Purpose.IMPORT_SUMMARY,
                "Mara Lindqvist",
                address("mara@hub.example"),
                "Import finished",
                "Text",
                "<p>Text</p>",
                List.of(
                        new Letter.Attachment("first.csv", "text/csv", csv),
                        new Letter.Attachment("second.csv", "text/csv", "")));
        MailId id = put(letter);

        assertThat(jdbc.sql("SELECT content FROM mail_attachment WHERE mail_id = ? ORDER BY seq")
                        .param(id.value())
                        .query((row, _) -> new String(row.getBytes("content"), StandardCharsets.UTF_8))
                        .list())
                .containsExactly(csv, "");
    }

    private MailId put(Letter letter) {
        return transactions.execute(_ -> outbox.put(letter));
    }

    private Object one(String sql, MailId id) {
        return jdbc.sql(sql).param(id.value()).query().singleValue();
    }

    private static Letter letter(String subject) {
        return new Letter(
                Letter.Purpose.IMPORT_SUMMARY,
                "Mara Lindqvist",
                address("mara@hub.example"),
                subject,
                "Text",
                "<p>Text</p>",
                List.of());
    }

    private static EmailAddress address(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }
}
