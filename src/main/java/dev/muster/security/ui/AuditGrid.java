package dev.muster.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.muster.common.ui.TimeText;
import dev.muster.common.ui.Times;
import dev.muster.security.AuditEntry;
import java.util.Optional;

/** The entries of the audit log; opening one shows what changed from what to what. */
final class AuditGrid extends OnPhones<AuditEntry> {

    private final transient Times times;

    AuditGrid(Times times) {
        this.times = times;

        addComponentColumn(this::narrow).setHeader(getTranslation("security.audit.title"));
        addComponentColumn(entry -> new TimeText(entry.at(), times))
                .setHeader(getTranslation("security.audit.time"))
                .setWidth("150px")
                .setFlexGrow(0);
        addColumn(AuditEntry::actor)
                .setHeader(getTranslation("security.audit.who"))
                .setFlexGrow(2);
        addColumn(entry -> AuditWords.action(entry.action()))
                .setHeader(getTranslation("security.audit.what"))
                .setFlexGrow(3);
        addComponentColumn(this::object)
                .setHeader(getTranslation("security.audit.object"))
                .setFlexGrow(3);
        setItemDetailsRenderer(new ComponentRenderer<>(entry -> new AuditDetails(entry, times)));
        setSelectionMode(SelectionMode.NONE);
        setAriaLabel(getTranslation("security.audit.title"));
        addClassName("audit-grid");
    }

    private Component object(AuditEntry entry) {
        String words = AuditWords.object(entry);
        Optional<String> page = AuditWords.pageOf(entry);
        Component object = page.isPresent() ? new Anchor(page.get(), words) : new Span(words);
        object.addClassNames("plain", "cut");
        return object;
    }

    private Component narrow(AuditEntry entry) {
        var what = new Span(AuditWords.action(entry.action()));
        what.addClassNames("who-name", "cut");
        var object = new Span(AuditWords.object(entry));
        object.addClassName("cut");
        var who = new Div(new Span(entry.actor() + " · "), new TimeText(entry.at(), times));
        who.addClassNames("muted", "small", "cut");
        var lines = new Div(what, object, who);
        lines.addClassName("two-lines");
        return lines;
    }
}
