package dev.muster.mail;

import dev.muster.common.HubSettings;
import dev.muster.common.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds all mail back while the mail server takes none, on every node: one letter is tried now and then, the others keep
 * their places. Said once in the log, and on the Outbox page for as long as it lasts; ends by itself.
 */
@Component
class MailTrouble {

    private static final Logger LOG = LoggerFactory.getLogger(MailTrouble.class);

    private static final String TROUBLE = "mail_trouble";
    private static final List<Duration> DELAYS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

    /** Servers lock whoever logs in wrongly again and again. */
    private static final List<Duration> DELAYS_OF_LOGIN = List.of(Duration.ofMinutes(15), Duration.ofHours(1));

    private final HubSettings settings;
    private final Clock clock;

    MailTrouble(HubSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns the trouble that stands, or empty while the server takes mail. */
    Optional<SendingStop.Trouble> current() {
        return settings.find(TROUBLE)
                .filter(document -> !document.isEmpty())
                .map(document -> Json.read(document, SendingStop.Trouble.class));
    }

    /** Tells whether it is too early to try again. */
    boolean waits() {
        return current()
                .filter(trouble -> clock.instant().isBefore(trouble.nextTryAt()))
                .isPresent();
    }

    /** Notes that the server took nothing. */
    @Transactional
    void found(ServerFault fault) {
        Optional<SendingStop.Trouble> before = current().filter(trouble -> trouble.fault() == fault.kind());
        int tries = before.map(SendingStop.Trouble::tries).orElse(0) + 1;
        Instant now = clock.instant();
        save(new SendingStop.Trouble(
                fault.kind(),
                fault.words(),
                tries,
                before.map(SendingStop.Trouble::since).orElse(now),
                now.plus(delay(fault.kind(), tries))));
        if (before.isEmpty()) {
            warn(fault);
        }
    }

    /** Notes that the server took a letter. */
    @Transactional
    void over() {
        if (current().isPresent()) {
            settings.save(TROUBLE, "");
            LOG.info("The mail server takes mail again.");
        }
    }

    /** Has the server tried at once. */
    @Transactional
    void tryNow() {
        current()
                .map(trouble -> new SendingStop.Trouble(
                        trouble.fault(), trouble.words(), trouble.tries(), trouble.since(), clock.instant()))
                .ifPresent(this::save);
    }

    private void save(SendingStop.Trouble trouble) {
        settings.save(TROUBLE, Json.write(trouble));
    }

    private static Duration delay(SendingStop.Fault fault, int tries) {
        List<Duration> delays = fault == SendingStop.Fault.LOGIN ? DELAYS_OF_LOGIN : DELAYS;
        return delays.get(Math.min(tries, delays.size()) - 1);
    }

    private static void warn(ServerFault fault) {
        String todo = switch (fault.kind()) {
            case LOGIN -> "Correct SPRING_MAIL_USERNAME and SPRING_MAIL_PASSWORD and start again.";
            case TLS -> "Have it offer TLS with a certificate for its name; MUSTER_MAIL_TLS says what is asked.";
            case AWAY, REFUSAL -> "It is tried again, more seldom each time, up to every quarter of an hour.";
        };
        LOG.warn("The mail server takes no mail ({}). All mail stays queued. {}", fault.words(), todo);
    }
}
