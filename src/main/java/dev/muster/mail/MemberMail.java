package dev.muster.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter as the profile of its reader lists it.
 *
 * @param invites whether it holds a link to join
 * @param sentAt when the mail server took it; null where it has not
 * @param serverReply the server's words, or why it was not sent; null while there are none
 */
public record MemberMail(
        MailId id,
        String subject,
        MailState state,
        boolean invites,
        Instant writtenAt,
        @Nullable Instant sentAt,
        @Nullable String serverReply) {}
