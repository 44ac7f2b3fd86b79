package dev.muster.mail;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All that can keep mail from going out. */
@Component
class SendingStops {

    private final BouncePause bounces;
    private final StandstillPause standstill;
    private final MailTrouble trouble;

    SendingStops(BouncePause bounces, StandstillPause standstill, MailTrouble trouble) {
        this.bounces = bounces;
        this.standstill = standstill;
        this.trouble = trouble;
    }

    /** Returns why no mail goes out, what waits for somebody first; empty while it does. */
    Optional<SendingStop> current() {
        return Stream.of(standstill.current(), bounces.current(), trouble.current())
                .flatMap(Optional::stream)
                .map(SendingStop.class::cast)
                .findFirst();
    }

    /** Returns what stands until somebody ends it, and begins it where it is due. */
    @Transactional
    Optional<SendingStop> untilSomebodyActs() {
        bounces.look();
        return current().filter(SendingStop::waitsForSomebody);
    }

    /** Ends what stands: bounces before now count no more, and the server is tried at once. */
    @Transactional
    void end() {
        standstill.end();
        bounces.end();
        trouble.tryNow();
    }
}
