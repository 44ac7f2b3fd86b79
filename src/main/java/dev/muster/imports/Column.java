package dev.muster.imports;

import dev.muster.members.FieldDefinition;
import dev.muster.members.StandardField;

/** What a column of the file goes to. */
sealed interface Column {

    /** The name of the column, for messages. */
    String name();

    /** A field that every member has. */
    record Standard(StandardField field) implements Column {
        @Override
        public String name() {
            return field.header();
        }
    }

    /** A custom profile field. */
    record Custom(FieldDefinition field) implements Column {
        @Override
        public String name() {
            return field.name();
        }
    }

    /** One half of the name. */
    record NamePart(ColumnTarget.Part part) implements Column {
        @Override
        public String name() {
            return StandardField.NAME.header();
        }
    }

    /** A column that is left out on purpose, such as the messages of an earlier import. */
    record LeftOut(String name) implements Column {}

    /** A column without a name; whatever stands under it is a cell too many. */
    record Unnamed() implements Column {
        @Override
        public String name() {
            return "";
        }
    }
}
