package dev.muster.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.TimeText;
import dev.muster.common.ui.Times;
import dev.muster.members.FieldChange;
import dev.muster.members.FieldDefinition;
import dev.muster.members.HistoryEntry;
import dev.muster.members.ImportReference;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was changed about a member, newest first. */
final class HistoryList extends Composite<OrderedList> {

    private final transient Times times;
    private final Map<String, String> fieldNames;

    /**
     * Creates the list.
     *
     * @param fields the custom profile fields, for their names
     */
    HistoryList(List<HistoryEntry> entries, List<FieldDefinition> fields, Times times) {
        this.times = times;
        this.fieldNames = fields.stream()
                .collect(Collectors.toMap(field -> Long.toString(field.id().value()), FieldDefinition::name));
        getContent().addClassName("timeline");
        entries.forEach(entry -> getContent().add(item(entry)));
    }

    private ListItem item(HistoryEntry entry) {
        var words = new Div();
        if (entry.changes().isEmpty()) {
            words.add(new Div(getTranslation("members.history.added")));
        }
        entry.changes().forEach(change -> words.add(line(change)));
        var origin = new Div(author(entry.author()), new Span(" · "), new TimeText(entry.at(), times));
        origin.addClassNames("muted", "small");
        words.add(origin);
        var picture = new Div(icon(entry).create());
        picture.addClassName("timeline-icon");
        return new ListItem(picture, words);
    }

    private static Icons icon(HistoryEntry entry) {
        if (entry.changes().isEmpty()) {
            return Icons.PLUS;
        }
        FieldChange first = entry.changes().getFirst();
        if (first.field().equals(FieldChange.GROUP)) {
            return Icons.GROUPS;
        }
        if (first.equals(FieldChange.joined())) {
            return Icons.CHECK;
        }
        return switch (entry.author()) {
            case HistoryEntry.ImportRow _ -> Icons.DOWNLOAD;
            case HistoryEntry.Undo _ -> Icons.UNDO;
            case HistoryEntry.Person _, HistoryEntry.Unknown _ -> Icons.EDIT;
        };
    }

    private Div line(FieldChange change) {
        String before = String.join(", ", change.before());
        String after = String.join(", ", change.after());
        if (change.field().equals(FieldChange.GROUP)) {
            return before.isEmpty()
                    ? new Div(new Span(getTranslation("members.history.group-added") + " "), strong(after))
                    : new Div(new Span(getTranslation("members.history.group-removed") + " "), strong(before));
        }
        if (change.field().equals(FieldChange.STATE)) {
            return new Div(new Span(
                    getTranslation("members.history.state." + before + after + (after.isEmpty() ? ".off" : ".on"))));
        }
        var line = new Div(new Span(name(change) + " "));
        if (!before.isEmpty()) {
            var old = new Span(before);
            old.addClassName("struck");
            line.add(spoken("members.history.from"), old, new Span(" "));
        }
        line.add(arrow(), spoken("members.history.to"));
        line.add(after.isEmpty() ? new Span(getTranslation("members.history.blank")) : strong(after));
        return line;
    }

    private String name(FieldChange change) {
        return change.standardField()
                .map(field -> field.header())
                .orElseGet(
                        () -> fieldNames.getOrDefault(change.field(), getTranslation("members.history.deleted-field")));
    }

    private Component author(HistoryEntry.Author author) {
        return switch (author) {
            case HistoryEntry.Person person -> new Span(person.name());
            case HistoryEntry.Unknown _ -> new Span(getTranslation("members.history.unknown"));
            case HistoryEntry.ImportRow row -> {
                String file = row.source().fileName();
                yield link(
                        row.source(),
                        row.line() == null
                                ? getTranslation("members.history.import", file)
                                : getTranslation("members.history.import-line", file, row.line()));
            }
            case HistoryEntry.Undo undo ->
                link(undo.of(), getTranslation("members.history.undo", undo.of().fileName()));
        };
    }

    private static Anchor link(ImportReference source, String words) {
        var link = new Anchor("imports/" + source.id(), words);
        link.addClassName("quiet");
        return link;
    }

    private static Span strong(String text) {
        var span = new Span(text);
        span.addClassName("strong");
        return span;
    }

    private static Span arrow() {
        var arrow = new Span("→ ");
        arrow.getElement().setAttribute("aria-hidden", "true");
        return arrow;
    }

    /** A word that only a screen reader needs: the eye sees a line through the old value and an arrow. */
    private Span spoken(String key) {
        var word = new Span(getTranslation(key) + " ");
        word.addClassName("sr-only");
        return word;
    }
}
