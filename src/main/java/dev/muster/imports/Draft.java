package dev.muster.imports;

import dev.muster.common.EmailAddress;
import dev.muster.members.FieldId;
import dev.muster.members.FieldValues;
import dev.muster.members.StandardField;
import java.util.EnumSet;
import java.util.HashSet;
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
record Draft(EmailAddress email, Map<StandardField, String> texts, FieldValues values, Erased erased) {

    /** The fields that the row empties on purpose. */
    record Erased(Set<StandardField> standard, Set<FieldId> custom) {

        static final Erased NOTHING = new Erased(Set.of(), Set.of());

        Erased and(StandardField field) {
            var more = EnumSet.of(field);
            more.addAll(standard);
            return new Erased(more, custom);
        }

        Erased and(FieldId field) {
            var more = new HashSet<>(custom);
            more.add(field);
            return new Erased(standard, more);
        }
    }

    /** Returns the cell of {@code field}, or null where it is blank. */
    @Nullable
    String text(StandardField field) {
        return texts.get(field);
    }
}
