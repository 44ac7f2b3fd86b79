package dev.muster.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Writes letters in the form that mail servers take: text and HTML side by side, attachments behind. */
@Component
class MimeLetters {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final SenderAddress sender;
    private final Clock clock;

    MimeLetters(SenderAddress sender, Clock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * Returns {@code letter} ready to go.
     *
     * @throws MessagingException where something in it cannot stand in a mail
     */
    MimeLetter write(OutgoingLetter letter) throws MessagingException {
        var message = new MimeLetter(letter.messageId());
        message.setFrom(from(letter));
        message.setRecipient(
                Message.RecipientType.TO,
                address(letter.to().name(), letter.to().address()));
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        if (letter.purpose().isAutomatic()) {
            message.setHeader("Auto-Submitted", "auto-generated");
        }
        OutgoingLetter.Personal personal = letter.personal();
        if (personal != null) {
            addPersonal(message, personal, letter.purpose());
        }
        message.setContent(content(letter));
        message.saveChanges();
        return message;
    }

    private InternetAddress from(OutgoingLetter letter) {
        InternetAddress hub = sender.address();
        OutgoingLetter.Personal personal = letter.personal();
        return personal == null || personal.fromName().isEmpty() ? hub : address(personal.fromName(), hub.getAddress());
    }

    /** Answers go to a person; and one click in the mail program opts out (RFC 8058). */
    private static void addPersonal(MimeLetter message, OutgoingLetter.Personal personal, Letter.Purpose purpose)
            throws MessagingException {
        if (!personal.replyTo().isEmpty()) {
            message.setReplyTo(new InternetAddress[] {new InternetAddress(personal.replyTo())});
        }
        if (purpose.canBeOptedOutOf() && personal.optOut().isPresent()) {
            message.setHeader("List-Unsubscribe", "<" + personal.optOut().get() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    /** Returns {@code address} with the name before it; the address is taken as it is. */
    static InternetAddress address(String name, String address) {
        try {
            return new InternetAddress(address, name, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every JVM knows UTF-8.", e);
        }
    }

    private static Multipart content(OutgoingLetter letter) throws MessagingException {
        var body = new MimeMultipart("alternative", text(letter.textBody(), "plain"), text(letter.htmlBody(), "html"));
        if (letter.attachments().isEmpty()) {
            return body;
        }
        var bodyPart = new MimeBodyPart();
        bodyPart.setContent(body);
        var mixed = new MimeMultipart("mixed", bodyPart);
        for (StoredAttachment attachment : letter.attachments()) {
            mixed.addBodyPart(file(attachment));
        }
        return mixed;
    }

    private static BodyPart text(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    /** Base64 whatever the content: as text, its line ends would change on the way. */
    private static BodyPart file(StoredAttachment attachment) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(
                new ByteArrayDataSource(attachment.content(), attachment.contentType() + "; charset=utf-8")));
        part.setFileName(attachment.fileName());
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }
}
