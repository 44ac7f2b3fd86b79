package dev.muster.mail;

import dev.muster.common.Utc;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends a letter at once, past all that wait, so that somebody learns what the mail server says to it. It is in the
 * outbox like any other.
 */
@Component
class TestMails {

    private final Mails mails;
    private final MailServer server;
    private final Claims claims;
    private final MimeLetters writer;
    private final Deliveries deliveries;
    private final MailTrouble trouble;
    private final MailSettings settings;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    TestMails(
            Mails mails,
            MailServer server,
            Claims claims,
            MimeLetters writer,
            Deliveries deliveries,
            MailTrouble trouble,
            MailSettings settings,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Clock clock) {
        this.mails = mails;
        this.server = server;
        this.claims = claims;
        this.writer = writer;
        this.deliveries = deliveries;
        this.trouble = trouble;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Returns the answer when it is there: a silent server keeps one waiting as long as its timeouts are. */
    CompletableFuture<TestAnswer> send(Letter letter) {
        if (!server.isConfigured()) {
            transactions.executeWithoutResult(_ -> mails.insert(letter, MailState.KEPT));
            return CompletableFuture.completedFuture(new TestAnswer(MailState.KEPT, ""));
        }
        Claim claim = Objects.requireNonNull(transactions.execute(_ -> putClaimed(letter)));
        return CompletableFuture.supplyAsync(() -> deliver(claim), Thread::startVirtualThread);
    }

    /** Claimed as it is written, so that no sending job takes it. */
    private Claim putClaimed(Letter letter) {
        MailId id = mails.insert(letter, MailState.QUEUED);
        jdbc.sql("UPDATE mail SET claimed_until = ? WHERE id = ?")
                .params(Utc.toColumn(clock.instant().plus(settings.lease())), id.value())
                .update();
        return new Claim(id, 0);
    }

    private TestAnswer deliver(Claim claim) {
        Optional<OutgoingLetter> letter = claims.begin(claim);
        if (letter.isEmpty()) {
            return new TestAnswer(MailState.CANCELLED, "");
        }
        Delivery delivery;
        try (MailConnection connection = server.connect()) {
            delivery = connection.deliver(writer.write(letter.get()));
        } catch (MessagingException e) {
            delivery = new Delivery.Bounced(SmtpReply.oneLine(e.getMessage()));
        }
        deliveries.record(letter.get(), delivery);
        if (delivery instanceof Delivery.Sent) {
            trouble.over();
        }
        return new TestAnswer(stateAfter(delivery), delivery.words());
    }

    private static MailState stateAfter(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent _ -> MailState.SENT;
            case Delivery.Deferred _, Delivery.NotTaken _ -> MailState.QUEUED;
            case Delivery.Bounced _ -> MailState.BOUNCED;
            case Delivery.Unknown _ -> MailState.UNKNOWN;
        };
    }
}
