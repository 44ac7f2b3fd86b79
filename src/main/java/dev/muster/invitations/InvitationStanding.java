package dev.muster.invitations;

import dev.muster.mail.MemberMail;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the invitation of one contact stands.
 *
 * @param lastInvited when it was last invited, or null for never
 * @param mail the letter of that invitation; null while it is not written
 * @param link the link that works now, or null for none
 * @param worksUntil when it stops working; null for never
 * @param barrier the key of why it must not be mailed, or an empty text
 */
public record InvitationStanding(
        String email,
        @Nullable Instant lastInvited,
        @Nullable MemberMail mail,
        @Nullable URI link,
        @Nullable Instant worksUntil,
        String barrier) {}
