package dev.muster.members;

/** Identifies a custom profile field; never given out again after the field is gone. */
public record FieldId(long value) implements Comparable<FieldId> {

    @Override
    public int compareTo(FieldId other) {
        return Long.compare(value, other.value);
    }
}
