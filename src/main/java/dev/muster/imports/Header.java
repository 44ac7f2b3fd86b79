package dev.muster.imports;

import dev.muster.common.WhiteSpace;
import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldId;
import dev.muster.members.FieldType;
import dev.muster.members.StandardField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the first row of a file: which name stands for which field. */
final class Header {

    /** The columns that our own reports put beside the original ones. */
    static final String MESSAGES = "Messages";

    static final String LINE = "Line";
    static final String RESULT = "Result";

    private final List<FieldDefinition> fields;
    private final Map<String, Column> byName = new HashMap<>();

    Header(List<FieldDefinition> fields) {
        this.fields = fields;
        for (String name : List.of(LINE, RESULT, MESSAGES)) {
            byName.put(WhiteSpace.nameKey(name), new Column.LeftOut(name));
        }
        fields.forEach(field -> byName.put(WhiteSpace.nameKey(field.name()), new Column.Custom(field)));
        for (StandardField field : StandardField.values()) {
            byName.put(WhiteSpace.nameKey(field.header()), new Column.Standard(field));
        }
    }

    /**
     * Takes the columns as the admin chose them, or by their {@code names} where nothing was chosen.
     *
     * @throws UnusableFileException where a field is gone, no column holds the address, or two columns go to the same
     *     field
     */
    ColumnMapping map(List<String> names, List<ChosenColumn> chosen) {
        if (chosen.isEmpty()) {
            return map(names);
        }
        if (chosen.size() != names.size()) {
            throw new IllegalStateException(
                    "%d columns were decided about; the file has %d.".formatted(chosen.size(), names.size()));
        }
        refuseUndecided(chosen);
        return checked(chosen.stream().map(this::column).toList());
    }

    /** Returns the column of exactly this name, or empty where none has it; one without a name is found too. */
    Optional<Column> named(String name) {
        return find(name);
    }

    private Column column(ChosenColumn chosen) {
        return switch (chosen.target()) {
            case ColumnTarget.Standard(StandardField field) -> new Column.Standard(field);
            case ColumnTarget.Custom(FieldId id) -> new Column.Custom(definition(id, chosen.header()));
            case ColumnTarget.NewField(String name, FieldType type) ->
                new Column.Custom(new FieldDefinition(provisional(name), name, type, List.of(), false, true));
            case ColumnTarget.NamePart(ColumnTarget.Part part) -> new Column.NamePart(part);
            case ColumnTarget.LeaveOut() -> new Column.LeftOut(WhiteSpace.clean(chosen.header()));
            case ColumnTarget.Undecided() -> new Column.Unnamed();
        };
    }

    private FieldDefinition definition(FieldId id, String header) {
        return fields.stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnusableFileException(FileFault.FIELD_GONE, WhiteSpace.clean(header)));
    }

    /** While a file is only checked, a field that it brings has no id yet: a negative one is never given out. */
    static FieldId provisional(String name) {
        return new FieldId(-1L - (WhiteSpace.nameKey(name).hashCode() & 0xFFFF_FFFFL));
    }

    private static ColumnMapping checked(List<Column> columns) {
        boolean isThere = columns.contains(new Column.Standard(StandardField.EMAIL));
        if (!isThere) {
            throw new UnusableFileException(FileFault.NO_EMAIL_COLUMN);
        }
        refuseSameTwice(columns);
        boolean ofReport = columns.stream()
                .anyMatch(column -> column instanceof Column.LeftOut(String name)
                        && WhiteSpace.nameKey(name).equals(WhiteSpace.nameKey(MESSAGES)));
        return new ColumnMapping(columns, ofReport);
    }

    /**
     * Finds the column for each of the header's {@code names}.
     *
     * @throws UnusableFileException where a name is not known, no column holds the address, or two columns go to the
     *     same field
     */
    ColumnMapping map(List<String> names) {
        List<Optional<Column>> columns = names.stream().map(this::find).toList();
        refuseUnknown(names, columns);
        List<Column> known = columns.stream().map(Optional::orElseThrow).toList();
        return checked(known);
    }

    /** Returns the names of all columns that a file may have, in the order of the template. */
    static List<String> validNames(List<FieldDefinition> fields) {
        return Stream.concat(
                        Stream.of(StandardField.values()).map(StandardField::header),
                        fields.stream().map(FieldDefinition::name))
                .toList();
    }

    private Optional<Column> find(String name) {
        return WhiteSpace.isBlank(name)
                ? Optional.of(new Column.Unnamed())
                : Optional.ofNullable(byName.get(WhiteSpace.nameKey(name)));
    }

    /** A column without a name is no mistake by itself, but is listed beside those that are. */
    private void refuseUnknown(List<String> names, List<Optional<Column>> columns) {
        long unknown = columns.stream().filter(Optional::isEmpty).count();
        if (unknown == 0) {
            return;
        }
        var invalid = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            if (columns.get(i)
                    .filter(column -> !(column instanceof Column.Unnamed))
                    .isEmpty()) {
                invalid.add(WhiteSpace.clean(names.get(i)));
            }
        }
        throw invalid(invalid, unknown);
    }

    private void refuseUndecided(List<ChosenColumn> columns) {
        List<String> open = columns.stream()
                .filter(column -> column.target() instanceof ColumnTarget.Undecided)
                .map(column -> WhiteSpace.clean(column.header()))
                .toList();
        long named = open.stream().filter(name -> !name.isEmpty()).count();
        if (named > 0) {
            throw invalid(open, named);
        }
    }

    private UnusableFileException invalid(List<String> names, long unknown) {
        return new UnusableFileException(
                FileFault.INVALID_HEADER, String.join(", ", names), String.join(", ", validNames(fields)), unknown);
    }

    private static boolean fillsAField(Column column) {
        return switch (column) {
            case Column.Standard _, Column.Custom _, Column.NamePart _ -> true;
            case Column.LeftOut _, Column.Unnamed _ -> false;
        };
    }

    /** The parts of a name and a whole one are the same field. */
    private static void refuseTwoNames(List<Column> columns) {
        int whole = columns.indexOf(new Column.Standard(StandardField.NAME));
        if (whole < 0) {
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) instanceof Column.NamePart) {
                throw new UnusableFileException(
                        FileFault.SAME_COLUMN_TWICE,
                        StandardField.NAME.header(),
                        Math.min(whole, i) + 1,
                        Math.max(whole, i) + 1);
            }
        }
    }

    private static void refuseSameTwice(List<Column> columns) {
        refuseTwoNames(columns);
        Map<Column, Long> times = columns.stream()
                .filter(Header::fillsAField)
                .collect(Collectors.groupingBy(column -> column, Collectors.counting()));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (times.getOrDefault(column, 0L) > 1) {
                int second = i + 1 + columns.subList(i + 1, columns.size()).indexOf(column);
                throw new UnusableFileException(FileFault.SAME_COLUMN_TWICE, column.name(), i + 1, second + 1);
            }
        }
    }
}
