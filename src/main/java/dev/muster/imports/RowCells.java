package dev.muster.imports;

import dev.muster.common.EmailAddress;
import dev.muster.common.WhiteSpace;
import dev.muster.imports.Issue.Kind;
import dev.muster.members.FieldId;
import dev.muster.members.FieldValues;
import dev.muster.members.StandardField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what the cells of one row say, and what is wrong with them. */
final class RowCells {

    /** Longest text of a standard field, in code points. */
    private static final int MAX_LENGTH = 255;

    private final @Nullable String clearToken;
    private final List<Issue> issues;
    private final Map<StandardField, String> texts = new EnumMap<>(StandardField.class);
    private final FieldValues.Builder values = FieldValues.builder();
    private @Nullable Map<ColumnTarget.Part, String> nameParts;
    private Draft.Erased erased = Draft.Erased.NOTHING;
    private Optional<EmailAddress> email = Optional.empty();

    /** Starts a row in which a cell of {@code clearToken} erases, null for none, and about which is said already. */
    RowCells(@Nullable String clearToken, List<Issue> said) {
        this.clearToken = clearToken;
        this.issues = said.isEmpty() ? new ArrayList<>(0) : new ArrayList<>(said);
    }

    void address(String cell) {
        email = EmailAddress.parse(cell);
        if (email.isEmpty()) {
            Kind kind = WhiteSpace.isBlank(cell) ? Kind.EMAIL_BLANK : Kind.EMAIL_INVALID;
            issues.add(Issue.ofCell(kind, StandardField.EMAIL.header(), cell));
        }
        email.flatMap(EmailAddress::lookAlike)
                .ifPresent(domain ->
                        issues.add(Issue.ofCell(Kind.LOOK_ALIKE_DOMAIN, StandardField.EMAIL.header(), cell, domain)));
    }

    void text(StandardField field, String cell) {
        String text = WhiteSpace.clean(cell);
        if (text.equals(clearToken)) {
            erased = erased.and(field);
        } else if (RowRules.isTooLong(text, MAX_LENGTH)) {
            issues.add(Issue.ofCell(Kind.TOO_LONG, field.header(), cell, field.header()));
        } else if (!text.isEmpty()) {
            texts.put(field, text);
        }
    }

    void namePart(ColumnTarget.Part part, String cell) {
        String text = WhiteSpace.clean(cell);
        if (!text.isEmpty() && !text.equals(clearToken)) {
            nameParts = nameParts == null ? new EnumMap<>(ColumnTarget.Part.class) : nameParts;
            nameParts.put(part, text);
        }
    }

    void values(FieldId field, CellValues reader, String cell) {
        if (cell.isEmpty()) {
            return;
        }
        if (WhiteSpace.clean(cell).equals(clearToken)) {
            erased = erased.and(field);
            return;
        }
        values.put(field, reader.read(cell, issues));
    }

    /** Returns what came of {@code row}, whose cells these are. */
    CheckedRow checked(CsvRow row) {
        if (nameParts != null) {
            text(StandardField.NAME, String.join(" ", nameParts.values()));
        }
        if (email.isEmpty() || hasError()) {
            return new CheckedRow.Rejected(row, issues);
        }
        return new CheckedRow.Accepted(row, new Draft(email.get(), texts, values.build(), erased), issues);
    }

    private boolean hasError() {
        for (Issue issue : issues) {
            if (issue.kind().severity() == Severity.ERROR) {
                return true;
            }
        }
        return false;
    }
}
