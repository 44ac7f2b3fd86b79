package dev.muster.members;

import dev.muster.common.WhiteSpace;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a member that a person can edit. Cleaned when made: without white space around values, in NFC, and
 * without blank ones.
 *
 * @param standard the values of the fields that every hub has; a blank one is not in it
 * @param custom the values of the custom profile fields
 */
public record ProfileData(Map<StandardField, String> standard, FieldValues custom) {

    public ProfileData {
        var cleaned = new EnumMap<StandardField, String>(StandardField.class);
        standard.forEach((field, text) -> {
            String value = WhiteSpace.clean(text);
            if (!value.isEmpty()) {
                cleaned.put(field, value);
            }
        });
        standard = Collections.unmodifiableMap(cleaned);
    }

    /** Returns the value of {@code field}, or an empty text where it is blank. */
    public String text(StandardField field) {
        return standard.getOrDefault(field, "");
    }

    @Nullable
    String orNull(StandardField field) {
        return standard.get(field);
    }

    /** Returns a copy that holds {@code values} in its custom profile fields. */
    public ProfileData withCustom(FieldValues values) {
        return new ProfileData(standard, values);
    }
}
