package dev.muster.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log.
 *
 * @param actor the name of whoever did it, as it was then
 * @param action what was done, such as {@code group.delete}
 * @param objectId which object; null where it was no single one
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String action,
        String objectType,
        @Nullable String objectId,
        AuditDetail detail) {}
