package dev.muster.imports;

import dev.muster.common.WhiteSpace;
import dev.muster.imports.Issue.Kind;
import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the cell of a custom profile field: its values, and what is wrong with them. */
final class CellValues {

    private static final int MAX_LENGTH = 255;

    private final FieldDefinition field;
    private final Set<String> choices;

    CellValues(FieldDefinition field) {
        this.field = field;
        this.choices = Set.copyOf(field.choices());
    }

    /** Returns the values of {@code cell} in their order; adds to {@code issues} what is left out and why. */
    List<String> read(String cell, List<Issue> issues) {
        List<String> parts = parts(cell);
        return parts.size() == 1 ? readOne(cell, issues) : readSeveral(cell, parts, issues);
    }

    private List<String> readOne(String cell, List<Issue> issues) {
        String value = WhiteSpace.clean(cell);
        Kind fault = fault(value);
        if (fault == null) {
            return List.of(value);
        }
        issues.add(Issue.ofCell(fault, field.name(), cell));
        return List.of();
    }

    private List<String> readSeveral(String cell, List<String> parts, List<Issue> issues) {
        Set<String> values = LinkedHashSet.newLinkedHashSet(parts.size());
        Set<Kind> found = new LinkedHashSet<>();
        for (String part : parts) {
            String value = WhiteSpace.clean(part);
            Kind fault = fault(value);
            if (fault != null) {
                found.add(fault);
            } else if (!values.add(value)) {
                found.add(Kind.VALUE_TWICE);
            }
        }
        found.forEach(kind -> issues.add(Issue.ofCell(kind, field.name(), cell)));
        return List.copyOf(values);
    }

    /** Returns why the field cannot take {@code value}; null where it can. */
    private @Nullable Kind fault(String value) {
        if (value.isEmpty()) {
            return Kind.VALUE_BLANK;
        }
        if (RowRules.isTooLong(value, MAX_LENGTH)) {
            return Kind.VALUE_TOO_LONG;
        }
        return isListed(value) ? null : Kind.VALUE_NOT_LISTED;
    }

    private boolean isListed(String value) {
        return choices.isEmpty() || field.addsUnknownChoices() || choices.contains(value);
    }

    private List<String> parts(String cell) {
        return field.type() == FieldType.MULTI_SELECT && !WhiteSpace.isBlank(cell) ? split(cell) : List.of(cell);
    }

    /** Splits at each comma that white space follows; a comma alone is part of a value. */
    private static List<String> split(String cell) {
        var parts = new ArrayList<String>();
        int start = 0;
        for (int comma = cell.indexOf(','); comma >= 0; comma = cell.indexOf(',', comma + 1)) {
            if (comma + 1 < cell.length() && WhiteSpace.isBlank(cell.codePointAt(comma + 1))) {
                parts.add(cell.substring(start, comma));
                start = comma + 1;
            }
        }
        parts.add(cell.substring(start));
        return parts;
    }
}
