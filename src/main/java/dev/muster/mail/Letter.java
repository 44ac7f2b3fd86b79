package dev.muster.mail;

import dev.muster.common.EmailAddress;
import java.util.List;

/**
 * A letter ready to be sent. Its name, subject and file names cannot hold a line break, whatever they were made of.
 *
 * @param purpose why it is written, such as {@code IMPORT_SUMMARY}
 * @param htmlBody the same as {@code textBody} for readers that show HTML; every value in it is escaped already, as
 *     {@link MailBody} does
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
        /** Has someone who came by a group's URL confirm the address. */
        CONFIRMATION,
        REMINDER,
        PASSWORD_RESET,
        ACCOUNT_NOTICE,
        TEST;

        /** Tells whether Muster writes such a letter by itself: other machines must not answer it. */
        boolean isAutomatic() {
            return this != INVITATION;
        }

        /** Tells whether whoever reads such a letter can log in as its receiver. */
        boolean opensAccounts() {
            return this == PASSWORD_RESET;
        }

        /** Tells whether its reader is offered not to get such letters any more. */
        boolean canBeOptedOutOf() {
            return this == INVITATION || this == REMINDER;
        }
    }

    /** A file that goes along; its bytes are text in UTF-8. */
    public record Attachment(String fileName, String contentType, String content) {

        public Attachment {
            fileName = HeaderText.clean(fileName);
            contentType = HeaderText.clean(contentType);
        }
    }

    public Letter {
        toName = HeaderText.clean(toName);
        subject = HeaderText.clean(subject);
        attachments = List.copyOf(attachments);
    }
}
