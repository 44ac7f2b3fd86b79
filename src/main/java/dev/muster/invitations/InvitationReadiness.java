package dev.muster.invitations;

import dev.muster.common.Catalogue;
import dev.muster.common.HubSettings;
import dev.muster.mail.Outbox;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether the hub can invite at all. */
@Component
class InvitationReadiness {

    private final HubSettings hub;
    private final Outbox outbox;
    private final DefaultSender senders;
    private final Catalogue texts;

    InvitationReadiness(HubSettings hub, Outbox outbox, DefaultSender senders, Catalogue texts) {
        this.hub = hub;
        this.outbox = outbox;
        this.senders = senders;
        this.texts = texts;
    }

    /**
     * Returns, in a sentence for people, why no invitation can go out; empty where it can. Without a mail server the
     * mails stay on this machine, and so may their links.
     */
    Optional<String> obstacle() {
        if (outbox.hasServer() && hub.publicUrl().isEmpty()) {
            return Optional.of(texts.text("invitations.obstacle.base-url"));
        }
        return senders.find().isEmpty() ? Optional.of(texts.text("invitations.obstacle.sender")) : Optional.empty();
    }

    /** Returns the sender, who is there where there is no {@link #obstacle}. */
    Sender sender() {
        return senders.find().orElseThrow(() -> new IllegalStateException("Nobody can be the sender."));
    }
}
