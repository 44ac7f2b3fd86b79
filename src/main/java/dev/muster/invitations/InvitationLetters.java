package dev.muster.invitations;

import dev.muster.common.Catalogue;
import dev.muster.mail.Addressee;
import dev.muster.mail.Letter;
import dev.muster.mail.MailBody;
import dev.muster.mail.PersonalLetter;
import dev.muster.mail.PersonalLinks;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes letters out of templates: the one place where merge fields become words. */
@Component
class InvitationLetters {

    private static final String BLANK_LINES = "\\R\\s*\\R";

    private final LetterTemplates templates;
    private final InvitationSettings settings;
    private final DefaultSender senders;
    private final Catalogue texts;

    InvitationLetters(LetterTemplates templates, InvitationSettings settings, DefaultSender senders, Catalogue texts) {
        this.templates = templates;
        this.settings = settings;
        this.senders = senders;
        this.texts = texts;
    }

    /** What all letters of one batch share. */
    record Stationery(
            InvitationPurpose purpose, LetterTemplate template, Sender sender, String fromName, String hubName) {}

    /** Lays out what letters of {@code purpose} in the name of {@code sender} share. */
    Stationery stationery(InvitationPurpose purpose, Sender sender) {
        return new Stationery(purpose, templates.find(purpose), sender, senders.fromName(sender), settings.hubName());
    }

    /** Writes the letter to {@code reader}; its links are marks (see {@link PersonalLinks}). */
    PersonalLetter write(Stationery stationery, Invitee reader, InvitationId invitation) {
        return new PersonalLetter(
                letter(stationery, reader),
                new Addressee(reader.id().value(), invitation.value()),
                stationery.fromName(),
                stationery.sender().email());
    }

    /** Writes what {@code reader} would read. */
    Letter letter(Stationery stationery, Invitee reader) {
        var values = new MergeValues(Map.of(
                "first_name",
                MergeValues.firstName(reader.name()),
                "name",
                reader.name(),
                "company",
                reader.company(),
                "hub_name",
                stationery.hubName(),
                "sender_name",
                stationery.sender().name(),
                MergeValues.INVITATION_URL,
                PersonalLinks.JOIN.toString()));
        MailBody body = MailBody.of(stationery.hubName());
        for (String paragraph : stationery.template().text().strip().split(BLANK_LINES, -1)) {
            if (MergeValues.isLink(paragraph)) {
                body.button(texts.text("invitations.letter.button", stationery.hubName()), PersonalLinks.JOIN);
            } else {
                body.paragraph(values.fill(paragraph));
            }
        }
        body.footer(footer(stationery, reader));
        return new Letter(
                stationery.purpose().letter(),
                reader.name(),
                reader.email(),
                values.fill(stationery.template().subject()),
                body.text(),
                body.html(),
                List.of());
    }

    private String footer(Stationery stationery, Invitee reader) {
        return texts.text(
                "invitations.letter." + stationery.purpose() + ".footer",
                reader.email().shown(),
                stationery.hubName(),
                PersonalLinks.OPT_OUT.toString());
    }
}
