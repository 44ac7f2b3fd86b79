package dev.muster.mail;

import dev.muster.common.Heartbeat;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TokensInheritanceStrategy;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The job that sends what is due. Several nodes may run it at once: each letter has one sender. */
@Component
class SendMail {

    private static final Logger LOG = LoggerFactory.getLogger(SendMail.class);

    private final MailServer server;
    private final Claims claims;
    private final MimeLetters writer;
    private final Deliveries deliveries;
    private final SendingStops stops;
    private final MailTrouble trouble;
    private final Heartbeat heartbeat;
    private final MailSpeed speed;
    private final Bucket bucket;
    private volatile int perSecond;
    private volatile boolean isJustStarted = true;

    SendMail(
            MailServer server,
            Claims claims,
            MimeLetters writer,
            Deliveries deliveries,
            SendingStops stops,
            MailTrouble trouble,
            Heartbeat heartbeat,
            MailSpeed speed) {
        this.server = server;
        this.stops = stops;
        this.trouble = trouble;
        this.heartbeat = heartbeat;
        this.claims = claims;
        this.writer = writer;
        this.deliveries = deliveries;
        this.speed = speed;
        this.perSecond = 1;
        this.bucket = Bucket.builder().addLimit(limit(perSecond)).build();
    }

    /** Sends all that is due now; stops early where the mail server takes nothing. Does nothing without a server. */
    void run() {
        heartbeat.beat();
        int silent = deliveries.giveUpSilent();
        if (silent > 0) {
            LOG.warn(
                    "{} letters were going out when their sender stopped. They may have arrived; the Outbox lists them.",
                    silent);
        }
        boolean goOn = server.isConfigured() && isTimeToTry();
        while (goOn) {
            heartbeat.beat();
            List<Claim> batch = stops.untilSomebodyActs()
                    .map(stop -> claims.claimOfAccounts(stop.since()))
                    .orElseGet(claims::claim);
            goOn = !batch.isEmpty() && send(batch);
        }
    }

    private static Bandwidth limit(int perSecond) {
        return Bandwidth.builder()
                .capacity(1)
                .refillGreedy(perSecond, Duration.ofSeconds(1))
                .build();
    }

    /** Takes up a speed that was saved meanwhile, on whichever node. */
    private void adjust() {
        int wanted = speed.perSecond();
        if (wanted != perSecond) {
            perSecond = wanted;
            bucket.replaceConfiguration(
                    BucketConfiguration.builder().addLimit(limit(wanted)).build(), TokensInheritanceStrategy.AS_IS);
        }
    }

    /** Whoever starts Muster again may have put right what was wrong: that is not waited for. */
    private boolean isTimeToTry() {
        boolean isTime = isJustStarted || !trouble.waits();
        isJustStarted = false;
        return isTime;
    }

    /** Returns whether the server takes more. */
    private boolean send(List<Claim> batch) {
        adjust();
        int begun = 0;
        try (MailConnection connection = server.connect()) {
            for (Claim claim : batch) {
                bucket.asBlocking().consume(1);
                begun++;
                if (!send(claim, connection)) {
                    return false;
                }
            }
            if (connection.works()) {
                trouble.over();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            claims.release(batch.subList(begun, batch.size()));
        }
    }

    private boolean send(Claim claim, MailConnection connection) {
        Optional<OutgoingLetter> letter = claims.begin(claim);
        if (letter.isEmpty()) {
            return true;
        }
        Delivery delivery = deliver(letter.get(), connection);
        deliveries.record(letter.get(), delivery);
        Optional<ServerFault> fault = connection.fault();
        if (fault.isEmpty()) {
            return true;
        }
        if (connection.renew()) {
            return true;
        }
        trouble.found(fault.get());
        return false;
    }

    private Delivery deliver(OutgoingLetter letter, MailConnection connection) {
        try {
            return connection.deliver(writer.write(letter));
        } catch (MessagingException e) {
            return new Delivery.Bounced(SmtpReply.oneLine(e.getMessage()));
        }
    }
}
