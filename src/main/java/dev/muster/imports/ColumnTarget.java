package dev.muster.imports;

import dev.muster.members.FieldId;
import dev.muster.members.FieldType;
import dev.muster.members.StandardField;

/** Where a column of the file goes, as the admin chose it. */
public sealed interface ColumnTarget {

    /** A field that every member has. */
    record Standard(StandardField field) implements ColumnTarget {}

    /** A custom profile field. */
    record Custom(FieldId field) implements ColumnTarget {}

    /** A custom profile field that is created when the import starts. */
    record NewField(String name, FieldType type) implements ColumnTarget {}

    /** One of the two halves that are joined into Name. */
    record NamePart(Part part) implements ColumnTarget {}

    /** The column is left out on purpose. */
    record LeaveOut() implements ColumnTarget {}

    /** Nothing was decided, which only a column without a name may stay at: a value under it rejects its row. */
    record Undecided() implements ColumnTarget {}

    /** The halves of a name, in the order in which they are joined. */
    enum Part {
        FIRST,
        LAST
    }
}
