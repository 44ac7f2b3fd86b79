package dev.muster.imports;

import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The choices of the fields that take new ones from imports: those that are there, and those that a chunk adds. */
final class Choices {

    /** A list longer than this helps nobody to choose; values beyond it are imported all the same. */
    static final int MAX_CHOICES = 1000;

    private final Map<FieldId, Set<String>> known = new HashMap<>();
    private Map<FieldId, List<String>> pending = Map.of();

    Choices(List<FieldDefinition> fields) {
        for (FieldDefinition field : fields) {
            if (field.addsUnknownChoices()) {
                known.put(field.id(), new LinkedHashSet<>(field.choices()));
            }
        }
    }

    /** Returns the values that become choices: those that {@code people} get by a chunk, in the file's order. */
    Map<FieldId, List<String>> newFor(List<Person> people) {
        if (known.isEmpty()) {
            return Map.of();
        }
        var added = new HashMap<FieldId, Set<String>>();
        people.stream()
                .sorted(Comparator.comparingLong(Person::firstLine))
                .forEach(person -> known.keySet()
                        .forEach(
                                field -> collect(field, person.result().values().of(field), added)));
        var lists = new HashMap<FieldId, List<String>>();
        added.forEach((field, values) -> lists.put(field, List.copyOf(values)));
        pending = lists;
        return lists;
    }

    private void collect(FieldId field, List<String> values, Map<FieldId, Set<String>> added) {
        Set<String> there = known.get(field);
        if (there == null) {
            return;
        }
        Set<String> fresh = added.computeIfAbsent(field, _ -> new LinkedHashSet<>());
        for (String value : values) {
            if (!there.contains(value) && there.size() + fresh.size() < MAX_CHOICES) {
                fresh.add(value);
            }
        }
        if (fresh.isEmpty()) {
            added.remove(field);
        }
    }

    /** Notes that what the last chunk added is committed. */
    void written() {
        pending.forEach((field, values) ->
                known.getOrDefault(field, new LinkedHashSet<>()).addAll(values));
        pending = Map.of();
    }
}
