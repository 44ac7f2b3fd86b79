package dev.muster.imports;

import dev.muster.common.EmailAddress;
import dev.muster.members.FieldId;
import dev.muster.members.StandardField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a sound row says about a person.
 *
 * @param texts the cells of the standard fields that are not blank, but for the address
 * @param values the values of the custom profile fields whose cells are not blank
 * @param erased the fields whose cells hold the token that erases
 */
record Draft(EmailAddress email, Map<StandardField, String> texts, Map<FieldId, List<String>> values, Erased erased) {

    /** The fields that the row empties on purpose. */
    record Erased(Set<StandardField> standard, Set<FieldId> custom) {

        static final Erased NOTHING = new Erased(Set.of(), Set.of());
    }

    /** Returns the cell of {@code field}, or null where it is blank. */
    @Nullable
    String text(StandardField field) {
        return texts.get(field);
    }
}
