package dev.muster.imports;

import dev.muster.members.FieldId;
import dev.muster.members.StandardField;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
public record FieldPolicies(Map<StandardField, Policy> ofStandard, Map<FieldId, Policy> ofCustom, Policy ofOthers) {

    /** What becomes of the value that is there. */
    public enum Policy {
        KEEP,
        FILL,
        OVERWRITE,
        /** The values of the cell come beside those that are there; for fields that take several. */
        MERGE
    }

    public FieldPolicies {
        // Asked for each cell: an array of seven is quicker than a hash table.
        var byField = new EnumMap<StandardField, Policy>(StandardField.class);
        byField.putAll(ofStandard);
        ofStandard = Collections.unmodifiableMap(byField);
        ofCustom = Map.copyOf(ofCustom);
        if (ofStandard.getOrDefault(StandardField.EMAIL, Policy.KEEP) != Policy.KEEP) {
            throw new IllegalArgumentException("Email identifies the member and is always kept.");
        }
        if (ofStandard.containsValue(Policy.MERGE)) {
            throw new IllegalArgumentException("Only a field that takes several values can be merged.");
        }
    }

    /** Name stays; title and company are filled if empty; ids and custom profile fields are overwritten. */
    public static FieldPolicies standard() {
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

    /** Returns these policies with another one for {@code field}. */
    public FieldPolicies with(StandardField field, Policy policy) {
        var changed = new EnumMap<StandardField, Policy>(StandardField.class);
        changed.putAll(ofStandard);
        changed.put(field, policy);
        return new FieldPolicies(changed, ofCustom, ofOthers);
    }

    /** Returns these policies with another one for {@code field}. */
    public FieldPolicies with(FieldId field, Policy policy) {
        var changed = new HashMap<>(ofCustom);
        if (policy == ofOthers) {
            changed.remove(field);
        } else {
            changed.put(field, policy);
        }
        return new FieldPolicies(ofStandard, changed, ofOthers);
    }

    /** Returns the policy of {@code field}. */
    public Policy of(StandardField field) {
        Policy policy = ofStandard.get(field);
        return policy == null ? Policy.KEEP : policy;
    }

    /** Returns the policy of {@code field}. */
    public Policy of(FieldId field) {
        return ofCustom.getOrDefault(field, ofOthers);
    }

    /** Returns what {@code field} holds after a row that has {@code cell} for it; null stands for nothing. */
    @Nullable
    String after(StandardField field, @Nullable String before, @Nullable String cell) {
        return cell != null && changes(of(field), before == null) ? cell : before;
    }

    /** Returns the values of {@code field} after a row that has the values of {@code cell} for it. */
    List<String> after(FieldId field, List<String> before, List<String> cell) {
        if (cell.isEmpty() || !changes(of(field), before.isEmpty())) {
            return before;
        }
        return of(field) == Policy.MERGE ? merged(before, cell) : cell;
    }

    /** Tells whether a cell may erase what {@code field} holds. A member cannot be without a name. */
    boolean mayErase(StandardField field) {
        return field != StandardField.NAME && of(field) != Policy.KEEP;
    }

    /** Tells whether a cell may erase what {@code field} holds. */
    boolean mayErase(FieldId field) {
        return of(field) != Policy.KEEP;
    }

    private static List<String> merged(List<String> before, List<String> cell) {
        var all = new LinkedHashSet<>(before);
        all.addAll(cell);
        return List.copyOf(all);
    }

    private static boolean changes(Policy policy, boolean isEmpty) {
        return switch (policy) {
            case KEEP -> false;
            case FILL -> isEmpty;
            case OVERWRITE, MERGE -> true;
        };
    }
}
