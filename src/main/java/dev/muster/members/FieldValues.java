package dev.muster.members;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values that one member holds of custom profile fields. A field without values is not in it. Immutable; two are
 * equal when they hold the same values in the same order, and then their documents are equal too.
 */
public final class FieldValues {

    /** No values at all. */
    public static final FieldValues NONE = new FieldValues(new TreeMap<>());

    private final SortedMap<Long, List<String>> values;

    private FieldValues(SortedMap<Long, List<String>> values) {
        this.values = values;
    }

    /** Returns the values held in {@code document}, as {@link #toDocument} wrote it. */
    public static FieldValues ofDocument(String document) {
        return "{}".equals(document) ? NONE : new FieldValues(ValuesDocument.read(document));
    }

    /** Returns the values of {@code byField}; fields with an empty list are left out. */
    public static FieldValues of(Map<FieldId, List<String>> byField) {
        var values = new TreeMap<Long, List<String>>();
        byField.forEach((field, list) -> {
            if (!list.isEmpty()) {
                values.put(field.value(), List.copyOf(list));
            }
        });
        return values.isEmpty() ? NONE : new FieldValues(values);
    }

    /** Returns the values of {@code field}; empty where the member holds none. */
    public List<String> of(FieldId field) {
        return values.getOrDefault(field.value(), List.of());
    }

    /** Hands each value, and the number of the field that holds it, to {@code taker}. */
    public void each(BiConsumer<Long, String> taker) {
        values.forEach((field, texts) -> texts.forEach(text -> taker.accept(field, text)));
    }

    /** Returns the fields that this or {@code other} holds values of, by ascending id. */
    SortedSet<FieldId> fieldsOfEither(FieldValues other) {
        return Stream.of(values, other.values)
                .flatMap(held -> held.keySet().stream())
                .map(FieldId::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns a copy in which {@code field} holds {@code newValues}; an empty list erases the field. */
    public FieldValues with(FieldId field, List<String> newValues) {
        if (of(field).equals(newValues)) {
            return this;
        }
        var copy = new TreeMap<>(values);
        if (newValues.isEmpty()) {
            copy.remove(field.value());
        } else {
            copy.put(field.value(), List.copyOf(newValues));
        }
        return copy.isEmpty() ? NONE : new FieldValues(copy);
    }

    /** Returns the document for the database: {@code {"<field id>":["value", ...]}}, fields by ascending id. */
    public String toDocument() {
        return values.isEmpty() ? "{}" : ValuesDocument.write(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return toDocument();
    }
}
