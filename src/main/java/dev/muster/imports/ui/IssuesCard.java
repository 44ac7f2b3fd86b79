package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.Icons;
import dev.muster.imports.IssueGroup;
import dev.muster.imports.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What there is to say about the rows, each message once with its count; a message filters the rows. */
final class IssuesCard extends Composite<Div> {

    private final Consumer<IssueGroup> onPress;
    private final Component download;
    private final Map<String, FilterToggle> entries = new LinkedHashMap<>();

    /**
     * @param onPress called with the message that was pressed
     * @param download the link to the rejected rows
     */
    IssuesCard(Consumer<IssueGroup> onPress, Component download) {
        this.onPress = onPress;
        this.download = download;
        getContent().addClassNames("card", "imp-issues");
    }

    /** Shows the messages of {@code groups}; {@code isPart} says that there are rows which were not come to. */
    void show(List<IssueGroup> groups, OutcomeCounts counts, boolean isPart) {
        var explanation = new Span(getTranslation("imports.page.issues.grouped"));
        explanation.addClassNames("muted", "imp-toggle-text");
        var head = new Div(new H2(getTranslation("imports.page.issues")), explanation, download);
        head.addClassName("imp-box-head");
        download.setVisible(counts.rejected() > 0);
        explanation.setVisible(!groups.isEmpty());
        getContent().removeAll();
        entries.clear();
        getContent().add(head);
        if (counts.rejected() == 0) {
            getContent().add(all(isPart));
        }
        var list = new Div();
        list.addClassName("imp-issue-list");
        for (IssueGroup group : groups) {
            FilterToggle entry = entry(group);
            entries.put(group.messageKey(), entry);
            list.add(entry);
        }
        getContent().add(list);
    }

    void setPressed(@Nullable String messageKey) {
        entries.forEach((key, entry) -> entry.setPressed(key.equals(messageKey)));
    }

    private Component all(boolean isPart) {
        var all = new Paragraph(
                Icons.CHECK_CIRCLE.create(),
                new Span(getTranslation(isPart ? "imports.page.all-so-far" : "imports.page.all")));
        all.addClassName("imp-all");
        return all;
    }

    private FilterToggle entry(IssueGroup group) {
        var message = new Span(group.message());
        message.addClassName("imp-toggle-text");
        message.setTitle(group.message());
        var number = new Span(ImportWords.number(group.rows()));
        number.addClassName("imp-strong");
        return new FilterToggle(
                () -> onPress.accept(group), sign(group.severity()), message, number, Icons.CHEVRON_RIGHT.create());
    }

    /** Returns the sign of {@code severity}; its word is for screen readers, its shape for everyone else. */
    static Component sign(Severity severity) {
        Icons icon = switch (severity) {
            case ERROR -> Icons.ERROR;
            case WARNING -> Icons.ALERT;
            case INFO -> Icons.INFO;
        };
        var word = new Span(ImportWords.word(severity));
        word.addClassName("sr-only");
        var sign = new Span(icon.create(), word);
        sign.addClassNames("imp-sign", "imp-sign-" + severity.name().toLowerCase(Locale.ROOT));
        return sign;
    }
}
