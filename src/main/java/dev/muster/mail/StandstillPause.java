package dev.muster.mail;

import dev.muster.common.AfterSilence;
import dev.muster.common.HubSettings;
import dev.muster.common.Json;
import dev.muster.common.Silence;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Stops all sending where the database stood still while mail was on its way: if it is a restored backup, that mail went
 * out on the day of the backup. Nobody but a person knows; it stands until one resumes.
 *
 * @see "Decision 020: after a backup is restored"
 */
@Component
class StandstillPause implements AfterSilence {

    private static final Logger LOG = LoggerFactory.getLogger(StandstillPause.class);

    private static final String PAUSE = "mail_standstill";

    private final HubSettings hub;
    private final MailServer server;
    private final MailSettings mail;
    private final MailOnItsWay onItsWay;

    StandstillPause(HubSettings hub, MailServer server, MailSettings mail, MailOnItsWay onItsWay) {
        this.onItsWay = onItsWay;
        this.hub = hub;
        this.server = server;
        this.mail = mail;
    }

    @Override
    public void after(Silence silence) {
        if (silence.isLongerThan(mail.standstill()) && server.isConfigured() && onItsWay.exists()) {
            hub.save(PAUSE, Json.write(new SendingStop.Standstill(silence.from(), silence.until())));
            LOG.warn(
                    "The database stood still from {} to {} while mail was on its way. If it was restored from a backup,"
                            + " that mail may have gone out before. Sending is paused until somebody resumes it on the"
                            + " Outbox page.",
                    silence.from(),
                    silence.until());
        }
    }

    /** Returns the pause that stands, or empty while mail goes out. */
    Optional<SendingStop.Standstill> current() {
        return hub.find(PAUSE)
                .filter(document -> !document.isEmpty())
                .map(document -> Json.read(document, SendingStop.Standstill.class));
    }

    void end() {
        if (current().isPresent()) {
            hub.save(PAUSE, "");
        }
    }
}
