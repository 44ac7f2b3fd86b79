package dev.muster.imports;

import dev.muster.common.EmailAddress;
import dev.muster.common.SpreadsheetCell;
import dev.muster.common.WhiteSpace;
import dev.muster.imports.Issue.Kind;
import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldId;
import dev.muster.members.StandardField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says about a row all that can be said without the database. Bad data is a value, never an exception. One instance
 * reads the rows of one file; not thread-safe.
 */
final class RowRules {

    /** Longest text of a standard field, in code points. */
    private static final int MAX_LENGTH = 255;

    /** Longest row that is kept, in UTF-16 units: what a member's document can hold, however it is written. */
    static final int MAX_ROW = 100_000;

    private final ColumnMapping mapping;
    private final List<Optional<CellValues>> readers;

    RowRules(ColumnMapping mapping) {
        this.mapping = mapping;
        this.readers = mapping.columns().stream().map(RowRules::reader).toList();
    }

    private static Optional<CellValues> reader(Column column) {
        return column instanceof Column.Custom(FieldDefinition field)
                ? Optional.of(new CellValues(field))
                : Optional.empty();
    }

    /** Checks {@code row} by the rules. */
    CheckedRow check(CsvRow row) {
        Optional<Issue> shape = wrongShape(row);
        return shape.isPresent() ? new CheckedRow.Rejected(row, List.of(shape.get())) : checkCells(row);
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
                ? Optional.of(Issue.ofRow(Kind.ROW_TOO_LONG, "%,d".formatted(MAX_ROW)))
                : Optional.empty();
    }

    private CheckedRow checkCells(CsvRow row) {
        var issues = new ArrayList<Issue>(0);
        var texts = new EnumMap<StandardField, String>(StandardField.class);
        var values = new HashMap<FieldId, List<String>>();
        Optional<EmailAddress> email = Optional.empty();
        for (int i = 0; i < mapping.columns().size(); i++) {
            String cell = mapping.ofReport() ? SpreadsheetCell.restored(row.cell(i)) : row.cell(i);
            switch (mapping.column(i)) {
                case Column.Standard(StandardField field)
                when field == StandardField.EMAIL -> email = checkEmail(cell, issues);
                case Column.Standard(StandardField field) -> checkText(field, cell, texts, issues);
                case Column.Custom(FieldDefinition field) ->
                    readers.get(i).ifPresent(reader -> checkValues(field.id(), reader, cell, values, issues));
                case Column.LeftOut _, Column.Unnamed _ -> {}
            }
        }
        boolean rejected = issues.stream().anyMatch(issue -> issue.kind().severity() == Severity.ERROR);
        return rejected || email.isEmpty()
                ? new CheckedRow.Rejected(row, issues)
                : new CheckedRow.Accepted(row, new Draft(email.get(), texts, values), issues);
    }

    private static Optional<EmailAddress> checkEmail(String cell, List<Issue> issues) {
        Optional<EmailAddress> email = EmailAddress.parse(cell);
        if (email.isEmpty()) {
            Kind kind = WhiteSpace.isBlank(cell) ? Kind.EMAIL_BLANK : Kind.EMAIL_INVALID;
            issues.add(Issue.ofCell(kind, StandardField.EMAIL.header(), cell));
        }
        return email;
    }

    private static void checkText(
            StandardField field, String cell, Map<StandardField, String> texts, List<Issue> issues) {
        String text = WhiteSpace.clean(cell);
        if (isTooLong(text, MAX_LENGTH)) {
            issues.add(Issue.ofCell(Kind.TOO_LONG, field.header(), cell, field.header()));
        } else if (!text.isEmpty()) {
            texts.put(field, text);
        }
    }

    private static void checkValues(
            FieldId field, CellValues reader, String cell, Map<FieldId, List<String>> values, List<Issue> issues) {
        if (cell.isEmpty()) {
            return;
        }
        List<String> read = reader.read(cell, issues);
        if (!read.isEmpty()) {
            values.put(field, read);
        }
    }
}
