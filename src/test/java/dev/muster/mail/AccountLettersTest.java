package dev.muster.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.common.EmailAddress;
import dev.muster.security.AccountPost;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@ServiceTest
class AccountLettersTest {

    private static final URI LINK = URI.create("https://hub.example/password-reset?key=a-secret");

    @Autowired
    AccountPost post;

    @Autowired
    OutboxDesk desk;

    @Autowired
    OutgoingLetters outgoing;

    @Autowired
    Users users;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theLetterHoldsTheLinkAndSaysHowLongItWorks() {
        MailId id = writeReset();
        jdbc.sql("UPDATE mail SET queued_at = created_at").update();

        OutgoingLetter letter = outgoing.read(id);

        assertThat(letter.textBody())
                .contains("Hello Mara Lindqvist,")
                .contains("The link below works once, for 60 minutes.")
                .contains(LINK.toString())
                .contains("If you did not ask for this, you need not do anything");
        assertThat(letter.htmlBody()).contains("href=\"" + LINK + "\"");
    }

    @Test
    void withoutAMailServerAnAdministratorReadsTheLetterAndThatIsRecorded() {
        MailId id = writeReset();
        users.actAs("Ada Admin", Role.ADMINISTRATOR);

        assertThat(Objects.requireNonNull(desk.find(id).orElseThrow().body()).text())
                .contains(LINK.toString());

        assertThat(jdbc.sql("SELECT action FROM audit_entry")
                        .query(String.class)
                        .list())
                .containsExactly("mail.read-secret");
    }

    @Test
    void nobodyElseReadsIt() {
        MailId id = writeReset();
        users.actAs("Mona Manager", Role.MANAGER);

        assertThat(desk.find(id).orElseThrow().body()).isNull();
    }

    private MailId writeReset() {
        var mara = new AccountPost.Receiver(
                "Mara Lindqvist", EmailAddress.parse("mara@hub.example").orElseThrow());
        transactions.executeWithoutResult(_ -> post.writeReset(mara, LINK, Duration.ofHours(1)));
        return new MailId(jdbc.sql("SELECT id FROM mail").query(Long.class).single());
    }
}
