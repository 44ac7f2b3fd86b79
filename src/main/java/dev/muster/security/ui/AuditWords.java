package dev.muster.security.ui;

import com.vaadin.flow.component.UI;
import dev.muster.security.AuditEntry;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The words for what the audit log holds. What the catalogue has no text for is said by its own name. */
final class AuditWords {

    private static final String MISSING = "!";

    /** Things of which the log keeps no name: what it calls one without a number is how many there were. */
    private static final Set<String> NAMELESS = Set.of("audit-log", "mail", "member");

    private AuditWords() {}

    /** Returns what was done, such as {@code Group deleted}. */
    static String action(String action) {
        String text = UI.getCurrent().getTranslation("security.audit.action." + action);
        return text.startsWith(MISSING) ? spelt(action) : text;
    }

    /** Returns to what it was done, such as {@code Group EMEA} or {@code 1,200 members}; a member has only its number. */
    static String object(AuditEntry entry) {
        String name = entry.detail().name();
        if (name != null && entry.objectId() == null && NAMELESS.contains(entry.objectType())) {
            return name;
        }
        String key = UI.getCurrent().getTranslation("security.audit.object." + entry.objectType());
        String kind = key.startsWith(MISSING) ? spelt(entry.objectType()) : key;
        String which = Objects.requireNonNullElse(name, entry.objectId() == null ? "" : entry.objectId());
        return (kind + " " + which).strip();
    }

    /** Returns the address of the object's own page, if it has one. */
    static Optional<String> pageOf(AuditEntry entry) {
        if (entry.objectId() == null) {
            return Optional.empty();
        }
        return switch (entry.objectType()) {
            case "member" -> Optional.of("advocates/" + entry.objectId());
            case "import" -> Optional.of("imports/" + entry.objectId());
            case "mail" -> Optional.of("outbox?mail=" + entry.objectId());
            default -> Optional.empty();
        };
    }

    private static String spelt(String name) {
        String words = name.replace('.', ' ').replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
