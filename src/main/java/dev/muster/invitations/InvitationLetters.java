package dev.muster.invitations;

import dev.muster.common.Catalogue;
import dev.muster.common.MergeText;
import dev.muster.mail.Addressee;
import dev.muster.mail.Letter;
import dev.muster.mail.LetterTemplate;
import dev.muster.mail.LetterTemplates;
import dev.muster.mail.LetterText;
import dev.muster.mail.MailBody;
import dev.muster.mail.PersonalLetter;
import dev.muster.mail.PersonalLinks;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes letters out of templates: the one place where merge fields become words. */
@Component
class InvitationLetters {

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
        return stationery(purpose, template(purpose), sender);
    }

    /** Lays out letters with the words of {@code template}. */
    Stationery stationery(InvitationPurpose purpose, LetterTemplate template, Sender sender) {
        return new Stationery(purpose, template, sender, senders.fromName(sender), settings.hubName());
    }

    /** Returns the words for letters of {@code purpose} that come with Muster. */
    LetterTemplate standard(InvitationPurpose purpose) {
        String key = "invitations.letter." + purpose.name();
        return new LetterTemplate(texts.text(key + ".subject"), texts.text(key + ".text"));
    }

    private LetterTemplate template(InvitationPurpose purpose) {
        return templates.saved(purpose.name()).orElseGet(() -> standard(purpose));
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
        LetterText words = words(stationery, reader);
        MailBody body = MailBody.of(stationery.hubName());
        words.write(stationery.template(), body);
        body.footer(footer(stationery, reader));
        return new Letter(
                stationery.purpose().letter(),
                reader.name(),
                reader.email(),
                words.subject(stationery.template()),
                body.text(),
                body.html(),
                List.of());
    }

    private LetterText words(Stationery stationery, Invitee reader) {
        String button = texts.text("invitations.letter.button", stationery.hubName());
        return new LetterText(
                Map.of(
                        "first_name",
                        MergeText.firstName(reader.name()),
                        "name",
                        reader.name(),
                        "company",
                        reader.company(),
                        "hub_name",
                        stationery.hubName(),
                        "sender_name",
                        stationery.sender().name(),
                        InvitationKind.URL,
                        PersonalLinks.JOIN.toString()),
                Map.of(InvitationKind.URL, body -> body.button(button, PersonalLinks.JOIN)));
    }

    private String footer(Stationery stationery, Invitee reader) {
        return texts.text(
                "invitations.letter." + stationery.purpose() + ".footer",
                reader.email().shown(),
                stationery.hubName(),
                PersonalLinks.OPT_OUT.toString());
    }
}
