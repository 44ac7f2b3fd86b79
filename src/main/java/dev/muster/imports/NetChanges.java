package dev.muster.imports;

import dev.muster.members.FieldChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What many changes to one member come to: each field before the first and after the last of them. */
final class NetChanges {

    private final Map<String, FieldChange> byField = new LinkedHashMap<>();

    /** Takes the next change. */
    void add(FieldChange change) {
        byField.merge(
                key(change), change, (first, next) -> new FieldChange(first.field(), first.before(), next.after()));
    }

    /** Returns what is left of them: nothing about a field that is back where it was. */
    List<FieldChange> rest() {
        return byField.values().stream()
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    /** Each group, and each state, comes and goes by itself. */
    private static String key(FieldChange change) {
        boolean isOneOfMany =
                change.field().equals(FieldChange.GROUP) || change.field().equals(FieldChange.STATE);
        return isOneOfMany
                ? change.field() + ' ' + (change.before().isEmpty() ? change.after() : change.before())
                : change.field();
    }
}
