package dev.muster.mail;

import dev.muster.common.Conflict;
import dev.muster.common.Heartbeat;
import dev.muster.common.Outage;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TokensInheritanceStrategy;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/** The job that sends what is due. Several nodes may run it at once: each letter has one sender. */
@Component
class SendMail {

    private static final Logger LOG = LoggerFactory.getLogger(SendMail.class);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final MailServer server;
    private final Claims claims;
    private final MimeLetters writer;
    private final Deliveries deliveries;
    private final SendingStops stops;
    private final MailTrouble trouble;
    private final Heartbeat heartbeat;
    private final MailSpeed speed;
    private final Duration lease;
    private final Queue<Claim> notReleased = new ConcurrentLinkedQueue<>();
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
            MailSpeed speed,
            MailSettings settings) {
        this.server = server;
        this.stops = stops;
        this.trouble = trouble;
        this.heartbeat = heartbeat;
        this.claims = claims;
        this.writer = writer;
        this.deliveries = deliveries;
        this.speed = speed;
        this.lease = settings.lease();
        this.perSecond = 1;
        this.bucket = Bucket.builder().addLimit(limit(perSecond)).build();
    }

    /**
     * Sends all that is due now; stops early where the mail server takes nothing. Does nothing without a server.
     *
     * @param stopping asked between two letters; once it says yes, the rest is left to whoever sends next
     */
    void run(BooleanSupplier stopping) {
        heartbeat.beat();
        releaseOfBefore();
        int silent = deliveries.giveUpSilent();
        if (silent > 0) {
            LOG.warn(
                    "{} letters were going out when their sender stopped. They may have arrived; the Outbox lists them.",
                    silent);
        }
        boolean goOn = !stopping.getAsBoolean() && server.isConfigured() && isTimeToTry();
        while (goOn) {
            heartbeat.beat();
            List<Claim> batch = stops.untilSomebodyActs()
                    .map(stop -> claims.claimOfAccounts(stop.since()))
                    .orElseGet(claims::claim);
            goOn = !batch.isEmpty() && send(batch, stopping);
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

    /** Returns whether there is more to do now: the server takes it, and nobody asked for the thread. */
    private boolean send(List<Claim> batch, BooleanSupplier stopping) {
        adjust();
        int done = 0;
        try (MailConnection connection = server.connect()) {
            for (Claim claim : batch) {
                if (stopping.getAsBoolean()) {
                    return false;
                }
                bucket.asBlocking().consume(1);
                boolean goOn = send(claim, connection, stopping);
                done++;
                if (!goOn) {
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
            release(batch.subList(done, batch.size()));
        }
    }

    /**
     * Gives back letters that were not begun; where the database is away, with the next round. An interrupt is put off until
     * the database was told: H2 closes its file under an interrupted thread.
     */
    private void release(List<Claim> claimed) {
        if (claimed.isEmpty()) {
            return;
        }
        boolean isInterrupted = Thread.interrupted();
        try {
            claims.release(claimed);
        } catch (RuntimeException e) {
            LOG.warn("{} letters that were not begun wait for the next round.", claimed.size(), e);
            notReleased.addAll(claimed);
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void releaseOfBefore() {
        List<Claim> before = List.copyOf(notReleased);
        if (!before.isEmpty()) {
            claims.release(before);
            notReleased.removeAll(before);
        }
    }

    private boolean send(Claim claim, MailConnection connection, BooleanSupplier stopping) {
        Optional<OutgoingLetter> letter = claims.begin(claim);
        if (letter.isEmpty()) {
            return true;
        }
        Delivery delivery = deliver(letter.get(), connection);
        record(letter.get(), delivery, stopping);
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

    /**
     * What the server said is known here alone: others who are in the way, and a database that is away, are waited for. Once
     * the lease is over, the letter counts as one that may have arrived.
     */
    private void record(OutgoingLetter letter, Delivery delivery, BooleanSupplier stopping) {
        RetryPolicy untilLeaseEnds = RetryPolicy.builder()
                .maxRetries(Long.MAX_VALUE)
                .timeout(lease)
                .delay(PAUSE)
                .predicate(e -> (Conflict.isBehind(e) || Outage.isBehind(e)) && !stopping.getAsBoolean())
                .build();
        new RetryTemplate(untilLeaseEnds).invoke(() -> deliveries.record(letter, delivery));
    }

    private Delivery deliver(OutgoingLetter letter, MailConnection connection) {
        try {
            return connection.deliver(writer.write(letter));
        } catch (MessagingException e) {
            return new Delivery.Bounced(SmtpReply.oneLine(e.getMessage()));
        }
    }
}
