package dev.muster.mail;

import dev.muster.common.EmailAddress;
import java.util.List;

/**
 * A letter ready to be sent.
 *
 * @param purpose why it is written, such as {@code IMPORT_SUMMARY}
 * @param htmlBody the same as {@code textBody} for readers that show HTML; every value in it is escaped already
 */
public record Letter(
        Purpose purpose,
        String toName,
        EmailAddress to,
        String subject,
        String textBody,
        String htmlBody,
        List<Attachment> attachments) {

    /** Why a letter is written. */
    public enum Purpose {
        IMPORT_SUMMARY,
        INVITATION,
        REMINDER,
        PASSWORD_RESET,
        TEST
    }

    /** A file that goes along; its bytes are text in UTF-8. */
    public record Attachment(String fileName, String contentType, String content) {}

    public Letter {
        attachments = List.copyOf(attachments);
    }
}
