package dev.muster.invitations;

import dev.muster.common.Catalogue;
import dev.muster.common.HubSettings;
import dev.muster.common.MergeText;
import dev.muster.mail.Letter;
import dev.muster.mail.MailBody;
import dev.muster.mail.Outbox;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells someone who has joined long ago, and wanted to again, where to log in. */
@Component
class WelcomeBack {

    private final Outbox outbox;
    private final HubSettings hub;
    private final InvitationSettings settings;
    private final Catalogue texts;

    WelcomeBack(Outbox outbox, HubSettings hub, InvitationSettings settings, Catalogue texts) {
        this.outbox = outbox;
        this.hub = hub;
        this.settings = settings;
        this.texts = texts;
    }

    void write(Invitee person) {
        String hubName = settings.hubName();
        MailBody body = MailBody.of(hubName)
                .paragraph(texts.text("invitations.letter.joined.text", MergeText.firstName(person.name()), hubName))
                .button(texts.text("invitations.letter.joined.button"), URI.create(hub.baseUrl() + "/login"))
                .footer(texts.text(
                        "invitations.letter.CONFIRMATION.footer", person.email().shown(), hubName));
        outbox.put(new Letter(
                Letter.Purpose.CONFIRMATION,
                person.name(),
                person.email(),
                texts.text("invitations.letter.joined.subject", hubName),
                body.text(),
                body.html(),
                List.of()));
    }
}
