package dev.muster.mail;

import java.time.Instant;
import java.util.List;

/**
 * A letter that is going out now.
 *
 * @param tries how often it was tried, with this time
 * @param triesBefore how many of them were before {@code queuedAt}
 */
record OutgoingLetter(
        MailId id,
        String messageId,
        Letter.Purpose purpose,
        Recipient to,
        String subject,
        String textBody,
        String htmlBody,
        List<StoredAttachment> attachments,
        Instant queuedAt,
        int tries,
        int triesBefore) {

    record Recipient(String name, String address) {}
}
