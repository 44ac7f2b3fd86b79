package dev.muster.security;

import dev.muster.common.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What an entry of the audit log says of its object: what it is called, and what changed from what to what.
 *
 * @param name what the object is called; null where it has no name that may stand in the log, as a member
 */
public record AuditDetail(@Nullable String name, List<Change> changes) {

    /**
     * One thing that changed.
     *
     * @param before null where there was nothing, or where the log does not keep it
     * @param after null where there is nothing, or where the log does not keep it
     */
    public record Change(
            String what, @Nullable String before, @Nullable String after) {}

    public AuditDetail {
        changes = List.copyOf(changes);
    }

    /** Returns how many there were, for what has no name of its own, such as {@code 1,200 members} or {@code 1 row}. */
    public static String count(long number, String singular) {
        return String.format(Locale.ENGLISH, "%,d %s%s", number, singular, number == 1 ? "" : "s");
    }

    /** Begins a detail about something called {@code name}. */
    public static AuditDetail named(String name) {
        return new AuditDetail(name, List.of());
    }

    /** Adds that {@code what} changed; nothing where it did not. */
    public AuditDetail with(String what, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return this;
        }
        var more = new ArrayList<>(changes);
        more.add(new Change(what, before == null ? null : before.toString(), after == null ? null : after.toString()));
        return new AuditDetail(name, more);
    }

    /** Adds that {@code what} changed, without its values. */
    public AuditDetail mentioning(String what) {
        var more = new ArrayList<>(changes);
        more.add(new Change(what, null, null));
        return new AuditDetail(name, more);
    }

    /** Returns the text that {@link AuditLog} keeps. */
    public String text() {
        return Json.write(this);
    }

    /** Reads what {@link AuditLog} kept; a text that is no document is the name. */
    static AuditDetail of(@Nullable String text) {
        if (text == null || !text.startsWith("{")) {
            return new AuditDetail(text, List.of());
        }
        try {
            return Json.read(text, AuditDetail.class);
        } catch (JacksonException e) {
            return new AuditDetail(text, List.of());
        }
    }
}
