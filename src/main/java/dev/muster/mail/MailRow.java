package dev.muster.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter in the list.
 *
 * @param nextTryAt when it is due; null where it is not queued
 */
public record MailRow(
        MailId id,
        String toName,
        String toAddress,
        String subject,
        MailState state,
        int tries,
        @Nullable Instant nextTryAt) {}
