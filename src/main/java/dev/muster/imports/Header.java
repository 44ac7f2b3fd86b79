package dev.muster.imports;

import dev.muster.common.WhiteSpace;
import dev.muster.members.FieldDefinition;
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
     * Finds the column for each of the header's {@code names}.
     *
     * @throws UnusableFileException where a name is not known, no column holds the address, or two columns go to the
     *     same field
     */
    ColumnMapping map(List<String> names) {
        List<Optional<Column>> columns = names.stream().map(this::find).toList();
        refuseUnknown(names, columns);
        List<Column> known = columns.stream().map(Optional::orElseThrow).toList();
        if (!known.contains(new Column.Standard(StandardField.EMAIL))) {
            throw new UnusableFileException(FileFault.NO_EMAIL_COLUMN);
        }
        refuseSameTwice(known);
        return new ColumnMapping(known, known.contains(new Column.LeftOut(MESSAGES)));
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
        throw new UnusableFileException(
                FileFault.INVALID_HEADER, String.join(", ", invalid), String.join(", ", validNames(fields)), unknown);
    }

    private static void refuseSameTwice(List<Column> columns) {
        Map<Column, Long> times = columns.stream()
                .filter(column -> !(column instanceof Column.Unnamed))
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
