package dev.muster.imports;

import dev.muster.common.EmailAddress;
import dev.muster.common.SpreadsheetCell;
import dev.muster.common.WhiteSpace;
import dev.muster.imports.Issue.Kind;
import dev.muster.members.FieldDefinition;
import dev.muster.members.StandardField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Says about a row all that can be said without the database. Bad data is a value, never an exception. One instance
 * reads the rows of one file; not thread-safe.
 */
final class RowRules {

    /** Longest row that is kept, in UTF-16 units: what a member's document can hold, however it is written. */
    static final int MAX_ROW = 100_000;

    private final ColumnMapping mapping;
    private final @Nullable String clearToken;
    private final RowRepairs repairs;
    private final List<Optional<CellValues>> readers;
    private final int addressColumn;

    RowRules(ColumnMapping mapping, RowOptions options, RowRepairs repairs) {
        this.repairs = repairs;
        this.mapping = mapping;
        this.clearToken = options.clearToken();
        this.readers = mapping.columns().stream().map(RowRules::reader).toList();
        this.addressColumn = mapping.columns().indexOf(new Column.Standard(StandardField.EMAIL));
    }

    private static Optional<CellValues> reader(Column column) {
        return column instanceof Column.Custom(FieldDefinition field)
                ? Optional.of(new CellValues(field))
                : Optional.empty();
    }

    /** Checks {@code row} by the rules. */
    CheckedRow check(CsvRow row) {
        Optional<Issue> shape = wrongShape(row);
        RowRepairs.Repaired repaired = repairs.apply(row);
        if (repaired.isLeftOut()) {
            return new CheckedRow.PassedOver(row, repaired.issues());
        }
        return shape.isPresent() ? new CheckedRow.Rejected(row, List.of(shape.get())) : checkCells(row, repaired);
    }

    /** Returns which cell of a row is its address; the header has been refused where there is none. */
    int addressColumn() {
        return addressColumn;
    }

    /** Returns the same, if the addresses of that column are read as they are written; or empty. */
    OptionalInt plainAddressColumn() {
        return mapping.ofReport() || repairs.changeAddresses() ? OptionalInt.empty() : OptionalInt.of(addressColumn);
    }

    /** Returns the address of {@code row} alone; empty where it has none. */
    Optional<EmailAddress> address(CsvRow row) {
        return EmailAddress.parse(cell(repairs.address(row.cell(addressColumn))));
    }

    static boolean isTooLong(String text, int maxCodePoints) {
        return text.length() > maxCodePoints && text.codePointCount(0, text.length()) > maxCodePoints;
    }

    private Optional<Issue> wrongShape(CsvRow row) {
        int malformed = row.malformedCell();
        if (malformed >= 0) {
            String column = mapping.column(malformed).name();
            return Optional.of(Issue.ofCell(
                    Kind.MALFORMED, column.isEmpty() ? Integer.toString(malformed + 1) : column, row.cell(malformed)));
        }
        for (int i = 0; i < row.cells().size(); i++) {
            if (mapping.column(i) instanceof Column.Unnamed && !WhiteSpace.isBlank(row.cell(i))) {
                return Optional.of(
                        new Issue(Kind.EXTRA_CELLS, List.of(), null, Issue.shortened(row.cell(i), Issue.MAX_CELL)));
            }
        }
        return row.length() > MAX_ROW
                ? Optional.of(Issue.ofRow(Kind.ROW_TOO_LONG, String.format(Locale.ROOT, "%,d", MAX_ROW)))
                : Optional.empty();
    }

    private CheckedRow checkCells(CsvRow row, RowRepairs.Repaired repaired) {
        var cells = new RowCells(clearToken, repaired.issues());
        var read = new CsvRow(row.line(), repaired.cells(), -1);
        for (int i = 0; i < mapping.columns().size(); i++) {
            String cell = cell(read.cell(i));
            switch (mapping.column(i)) {
                case Column.Standard(StandardField field) when field == StandardField.EMAIL -> cells.address(cell);
                case Column.Standard(StandardField field) -> cells.text(field, cell);
                case Column.NamePart(ColumnTarget.Part part) -> cells.namePart(part, cell);
                case Column.Custom(FieldDefinition field) ->
                    readers.get(i).ifPresent(reader -> cells.values(field.id(), reader, cell));
                case Column.LeftOut _, Column.Unnamed _ -> {}
            }
        }
        return cells.checked(row);
    }

    private String cell(String written) {
        return mapping.ofReport() ? SpreadsheetCell.restored(written) : written;
    }
}
