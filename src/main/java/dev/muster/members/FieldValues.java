package dev.muster.members;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The values that one member holds of custom profile fields. A field without values is not in it. Immutable; two are
 * equal when they hold the same values in the same order, and then their documents are equal too.
 */
public final class FieldValues {

    /** No values at all. */
    public static final FieldValues NONE = new FieldValues(new Held(new long[0], List.of()), "{}");

    /** The values themselves: an import makes and compares one of these for each row, and two arrays are all it takes. */
    private static final class Held {

        /** In ascending order. */
        private final long[] fields;

        private final List<List<String>> values;

        private Held(long[] fields, List<List<String>> values) {
            this.fields = fields;
            this.values = values;
        }
    }

    /** Null until somebody asks for the values behind a document. */
    private @Nullable Held held;

    /** Null until somebody asks for it. */
    private @Nullable String document;

    private FieldValues(@Nullable Held held, @Nullable String document) {
        this.held = held;
        this.document = document;
    }

    /**
     * Returns the values held in {@code document}, as {@link #toDocument} wrote it. It is not read before somebody wants
     * to know: of most members an import asks only whether they hold what their row says.
     */
    public static FieldValues ofDocument(String document) {
        return "{}".equals(document) ? NONE : new FieldValues(null, document);
    }

    private Held held() {
        Held now = held;
        if (now == null) {
            now = ValuesDocument.read(Objects.requireNonNull(document)).held();
            held = now;
        }
        return now;
    }

    /** Returns the values of {@code byField}; fields with an empty list are left out. */
    public static FieldValues of(Map<FieldId, List<String>> byField) {
        Builder values = builder();
        byField.forEach(values::put);
        return values.build();
    }

    /** Returns a builder that holds no values yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the values of one member. Not thread-safe. */
    public static final class Builder {

        private static final int USUAL_FIELDS = 4;

        private final List<FieldId> fields = new ArrayList<>(USUAL_FIELDS);
        private final List<List<String>> values = new ArrayList<>(USUAL_FIELDS);

        private Builder() {}

        private Builder(FieldValues held) {
            held.eachField(this::put);
        }

        /** Lets {@code field} hold {@code texts}; with an empty list, nothing. */
        public void put(FieldId field, List<String> texts) {
            int found = Collections.binarySearch(fields, field);
            int place = found >= 0 ? found : -found - 1;
            if (found >= 0) {
                fields.remove(place);
                values.remove(place);
            }
            if (!texts.isEmpty()) {
                fields.add(place, field);
                values.add(place, List.copyOf(texts));
            }
        }

        /** Returns what was put in. */
        public FieldValues build() {
            if (fields.isEmpty()) {
                return NONE;
            }
            var numbers = new long[fields.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = fields.get(i).value();
            }
            return new FieldValues(new Held(numbers, List.copyOf(values)), null);
        }
    }

    /** Returns the fields that hold values, by ascending id. */
    public List<FieldId> fields() {
        return Arrays.stream(held().fields).mapToObj(FieldId::new).toList();
    }

    /** Returns the values of {@code field}; empty where the member holds none. */
    public List<String> of(FieldId field) {
        int place = Arrays.binarySearch(held().fields, field.value());
        return place < 0 ? List.of() : held().values.get(place);
    }

    /** Hands each value, and the number of the field that holds it, to {@code taker}. */
    public void each(BiConsumer<Long, String> taker) {
        eachField((field, texts) -> texts.forEach(text -> taker.accept(field.value(), text)));
    }

    /** Hands each field that holds values to {@code taker}, by ascending id. */
    void eachField(BiConsumer<FieldId, List<String>> taker) {
        Held now = held();
        for (int i = 0; i < now.fields.length; i++) {
            taker.accept(new FieldId(now.fields[i]), now.values.get(i));
        }
    }

    /** Returns the fields that this or {@code other} holds values of, by ascending id. */
    SortedSet<FieldId> fieldsOfEither(FieldValues other) {
        var either = new TreeSet<>(fields());
        either.addAll(other.fields());
        return either;
    }

    /** Returns a copy in which {@code field} holds {@code newValues}; an empty list erases the field. */
    public FieldValues with(FieldId field, List<String> newValues) {
        if (of(field).equals(newValues)) {
            return this;
        }
        return withAll(Map.of(field, newValues));
    }

    /** Returns a copy in which the fields of {@code changed} hold its values; an empty list erases a field. */
    public FieldValues withAll(Map<FieldId, List<String>> changed) {
        if (changed.isEmpty()) {
            return this;
        }
        var all = new Builder(this);
        changed.forEach(all::put);
        return all.build();
    }

    /** Returns the document for the database: {@code {"<field id>":["value", ...]}}, fields by ascending id. */
    public String toDocument() {
        String now = document;
        if (now == null) {
            now = ValuesDocument.write(this);
            document = now;
        }
        return now;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldValues that && (isWrittenLike(that) || holdsWhat(that));
    }

    /** Compares with the document where there is one: that is quicker than reading it. Two may differ in white space alone. */
    private boolean isWrittenLike(FieldValues that) {
        String mine = document; // once: another thread may be writing it
        String theirs = that.document;
        if (mine != null) {
            return theirs == null ? ValuesDocument.isOf(mine, that) : mine.equals(theirs);
        }
        return theirs != null && ValuesDocument.isOf(theirs, this);
    }

    private boolean holdsWhat(FieldValues that) {
        return Arrays.equals(held().fields, that.held().fields) && held().values.equals(that.held().values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(held().fields) + held().values.hashCode();
    }

    @Override
    public String toString() {
        return toDocument();
    }
}
