package dev.muster.imports;

import dev.muster.common.EmailAddress;
import dev.muster.members.FieldId;
import dev.muster.members.StandardField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sound row says about a person.
 *
 * @param texts the cells of the standard fields that are not blank, but for the address
 * @param values the values of the custom profile fields whose cells are not blank
 */
record Draft(EmailAddress email, Map<StandardField, String> texts, Map<FieldId, List<String>> values) {

    /** Returns the cell of {@code field}, or null where it is blank. */
    @Nullable
    String text(StandardField field) {
        return texts.get(field);
    }
}
