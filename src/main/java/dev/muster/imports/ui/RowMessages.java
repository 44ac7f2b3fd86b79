package dev.muster.imports.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.WhiteSpace;
import dev.muster.imports.ImportedRow.RowIssue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The messages about one row, each with the column it is about where it does not name that itself. */
final class RowMessages {

    private RowMessages() {}

    static Div of(List<RowIssue> issues) {
        var messages = new Div();
        messages.addClassName("imp-messages");
        messages.setTitle(issues.stream().map(RowMessages::detail).collect(Collectors.joining("\n")));
        issues.forEach(issue -> messages.add(of(issue)));
        return messages;
    }

    static Span of(RowIssue issue) {
        var text = new Span(issue.message());
        text.addClassName("imp-message-" + issue.severity().name().toLowerCase(Locale.ROOT));
        String column = issue.column();
        if (column == null || issue.message().startsWith(column)) {
            return text;
        }
        var name = new Span(column);
        name.addClassName("imp-message-column");
        return new Span(name, new Span(" "), text);
    }

    /** Says where it is, what is said, and what the file has there. */
    private static String detail(RowIssue issue) {
        String said = issue.column() == null ? issue.message() : "%s: %s".formatted(issue.column(), issue.message());
        return isBlank(issue.cell()) ? said : "%s (%s)".formatted(said, issue.cell());
    }

    private static boolean isBlank(@Nullable String cell) {
        return cell == null || WhiteSpace.isBlank(cell);
    }
}
