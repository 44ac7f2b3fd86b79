package dev.muster.imports;

import dev.muster.members.FieldId;
import dev.muster.members.StandardField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a cell does to the field of a member who is in the hub already. A blank cell never changes anything.
 *
 * @param ofStandard the policy of each standard field; the address is always kept
 * @param ofCustom the policies of custom profile fields that differ from {@code ofOthers}
 * @param ofOthers the policy of every other custom profile field
 */
record FieldPolicies(Map<StandardField, Policy> ofStandard, Map<FieldId, Policy> ofCustom, Policy ofOthers) {

    /** What becomes of the value that is there. */
    enum Policy {
        KEEP,
        FILL,
        OVERWRITE
    }

    FieldPolicies {
        ofStandard = Map.copyOf(ofStandard);
        ofCustom = Map.copyOf(ofCustom);
    }

    /** Name stays; title and company are filled if empty; ids and custom profile fields are overwritten. */
    static FieldPolicies standard() {
        var standard = new EnumMap<StandardField, Policy>(StandardField.class);
        for (StandardField field : StandardField.values()) {
            standard.put(
                    field,
                    switch (field) {
                        case NAME, EMAIL -> Policy.KEEP;
                        case TITLE, COMPANY -> Policy.FILL;
                        case SALESFORCE_ID, EXTERNAL_CONTACT_ID, EXTERNAL_ACCOUNT_ID -> Policy.OVERWRITE;
                    });
        }
        return new FieldPolicies(standard, Map.of(), Policy.OVERWRITE);
    }

    /** Returns what {@code field} holds after a row that has {@code cell} for it; null stands for nothing. */
    @Nullable
    String after(StandardField field, @Nullable String before, @Nullable String cell) {
        return cell != null && changes(ofStandard.getOrDefault(field, Policy.KEEP), before == null) ? cell : before;
    }

    /** Returns the values of {@code field} after a row that has the values of {@code cell} for it. */
    List<String> after(FieldId field, List<String> before, List<String> cell) {
        return !cell.isEmpty() && changes(ofCustom.getOrDefault(field, ofOthers), before.isEmpty()) ? cell : before;
    }

    private static boolean changes(Policy policy, boolean isEmpty) {
        return switch (policy) {
            case KEEP -> false;
            case FILL -> isEmpty;
            case OVERWRITE -> true;
        };
    }
}
