package dev.muster.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.muster.members.FieldId;
import dev.muster.members.FieldType;
import dev.muster.members.StandardField;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A chosen column as documents keep it.
 *
 * @param to the name of a standard field, the id of a custom profile field in digits, or one of the words below
 * @param name the name of a field that is still to be created
 * @param type its type
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredColumn(
        String header,
        String to,
        @Nullable String name,
        @Nullable FieldType type) {

    private static final String NEW = "NEW_FIELD";
    private static final String FIRST = "FIRST_NAME";
    private static final String LAST = "LAST_NAME";
    private static final String LEFT_OUT = "LEFT_OUT";
    private static final String UNDECIDED = "UNDECIDED";

    static StoredColumn of(ChosenColumn chosen) {
        String header = chosen.header();
        return switch (chosen.target()) {
            case ColumnTarget.Standard(StandardField field) -> plain(header, field.name());
            case ColumnTarget.Custom(FieldId field) -> plain(header, Long.toString(field.value()));
            case ColumnTarget.NewField(String name, FieldType type) -> new StoredColumn(header, NEW, name, type);
            case ColumnTarget.NamePart(ColumnTarget.Part part) ->
                plain(header, part == ColumnTarget.Part.FIRST ? FIRST : LAST);
            case ColumnTarget.LeaveOut() -> plain(header, LEFT_OUT);
            case ColumnTarget.Undecided() -> plain(header, UNDECIDED);
        };
    }

    ChosenColumn toChosen() {
        return new ChosenColumn(header, target());
    }

    private ColumnTarget target() {
        return switch (to) {
            case NEW -> new ColumnTarget.NewField(Objects.requireNonNull(name), Objects.requireNonNull(type));
            case FIRST -> new ColumnTarget.NamePart(ColumnTarget.Part.FIRST);
            case LAST -> new ColumnTarget.NamePart(ColumnTarget.Part.LAST);
            case LEFT_OUT -> new ColumnTarget.LeaveOut();
            case UNDECIDED -> new ColumnTarget.Undecided();
            default ->
                Character.isDigit(to.charAt(0))
                        ? new ColumnTarget.Custom(new FieldId(Long.parseLong(to)))
                        : new ColumnTarget.Standard(StandardField.valueOf(to));
        };
    }

    private static StoredColumn plain(String header, String to) {
        return new StoredColumn(header, to, null, null);
    }
}
