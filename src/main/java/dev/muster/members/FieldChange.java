package dev.muster.members;

import dev.muster.common.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * One field of one member before and after a change. The entries of {@code member_change.changes}, whoever made the
 * change: a person or a row of an import.
 *
 * @param field the name of a {@link StandardField}, the id of a custom profile field in digits,
 *     {@link #GROUP} or {@link #STATE}
 * @param before the values before; empty where there were none
 * @param after the values after; empty where the field was erased
 */
public record FieldChange(String field, List<String> before, List<String> after) {

    /** Stands for the membership in a group; the values are the group's name. */
    public static final String GROUP = "GROUP";

    /** Stands for where a member stands; the value is {@code ARCHIVED}, {@code LOCKED}, {@code NOMINEE} or {@code JOINED}. */
    public static final String STATE = "STATE";

    private static final int USUAL_LENGTH = 90;

    private static final TypeReference<List<FieldChange>> DOCUMENT = new TypeReference<>() {};

    public FieldChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Returns the change of a field that every hub has; null stands for no value. */
    public static FieldChange of(StandardField field, @Nullable String before, @Nullable String after) {
        return new FieldChange(field.name(), oneOrNone(before), oneOrNone(after));
    }

    /** Returns the change of a custom profile field. */
    public static FieldChange of(FieldId field, List<String> before, List<String> after) {
        return new FieldChange(Long.toString(field.value()), before, after);
    }

    /** Returns the entry for a member that came into the group called {@code name}. */
    public static FieldChange addedToGroup(String name) {
        return new FieldChange(GROUP, List.of(), List.of(name));
    }

    /** Returns the entry for a member that left the group called {@code name}. */
    public static FieldChange removedFromGroup(String name) {
        return new FieldChange(GROUP, List.of(name), List.of());
    }

    /** Returns the entry for a member that came into {@code state}, {@code ARCHIVED} or {@code LOCKED}, or out of it. */
    static FieldChange state(String state, boolean entered) {
        return new FieldChange(STATE, entered ? List.of() : List.of(state), entered ? List.of(state) : List.of());
    }

    /** Returns the entry for a member that joined. */
    public static FieldChange joined() {
        return state("JOINED", true);
    }

    /** Returns the document for the database: {@code [{"field":"TITLE","before":["a"],"after":["b"]}, ...]}. */
    public static String toDocument(List<FieldChange> changes) {
        var document = new StringBuilder(USUAL_LENGTH * changes.size() + 2).append('[');
        for (FieldChange change : changes) {
            document.append(document.length() == 1 ? "{\"field\":" : ",{\"field\":");
            Json.append(document, change.field());
            Json.append(document.append(",\"before\":"), change.before());
            Json.append(document.append(",\"after\":"), change.after());
            document.append('}');
        }
        return document.append(']').toString();
    }

    /** Returns the changes in {@code document}, as {@link #toDocument} wrote it. */
    public static List<FieldChange> ofDocument(String document) {
        return Json.read(document, DOCUMENT);
    }

    /** Returns the field that every hub has, or empty where this is about something else. */
    public Optional<StandardField> standardField() {
        return Arrays.stream(StandardField.values())
                .filter(standard -> standard.name().equals(field))
                .findFirst();
    }

    /** Returns the custom profile field, or empty where this is about something else. */
    public Optional<FieldId> customField() {
        return field.chars().allMatch(Character::isDigit)
                ? Optional.of(new FieldId(Long.parseLong(field)))
                : Optional.empty();
    }

    private static List<String> oneOrNone(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
