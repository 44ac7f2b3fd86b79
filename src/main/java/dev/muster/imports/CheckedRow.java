package dev.muster.imports;

import java.util.List;

/** A row after all has been said about it that can be said without the database. */
sealed interface CheckedRow {

    CsvRow row();

    List<Issue> issues();

    /** The row can be imported, perhaps without something that its warnings name. */
    record Accepted(CsvRow row, Draft draft, List<Issue> issues) implements CheckedRow {}

    /** The row cannot be imported. */
    record Rejected(CsvRow row, List<Issue> issues) implements CheckedRow {}

    /** Returns that {@code row} is put aside, since whoever touches it fails. */
    static CheckedRow unprocessable(CsvRow row) {
        return new Rejected(row, List.of(Issue.ofRow(Issue.Kind.UNPROCESSABLE)));
    }

    /** The row is no contact, and the admin wants such rows passed over. */
    record PassedOver(CsvRow row, List<Issue> issues) implements CheckedRow {}
}
