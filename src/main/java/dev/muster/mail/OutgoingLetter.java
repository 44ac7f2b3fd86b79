package dev.muster.mail;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A letter that is going out now.
 *
 * @param tries how often it was tried, with this time
 * @param triesBefore how many of them were before it was queued last, or are not its own fault
 * @param personal null where it is not to a member
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
        int tries,
        int triesBefore,
        @Nullable Personal personal) {

    record Recipient(String name, String address) {}

    /**
     * What a letter to a member has besides.
     *
     * @param optOut the link for opting out, or empty
     */
    record Personal(Addressee addressee, String fromName, String replyTo, Optional<String> optOut) {}
}
