package dev.muster.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Times;
import dev.muster.security.AuditDetail;
import dev.muster.security.AuditEntry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that an entry holds: when exactly, and each change from what to what. */
final class AuditDetails extends Composite<Div> {

    private final DescriptionList facts = new DescriptionList();

    AuditDetails(AuditEntry entry, Times times) {
        fact(getTranslation("security.audit.time"), new Span(times.exact(entry.at())));
        fact(getTranslation("security.audit.action"), new Span(entry.action()));
        fact(
                getTranslation("security.audit.object"),
                new Span((entry.objectType() + " " + Objects.requireNonNullElse(entry.objectId(), "")).strip()));
        entry.detail().changes().forEach(change -> fact(change.what(), fromTo(change)));
        facts.addClassName("audit-facts");
        getContent().addClassName("audit-details");
        getContent().add(facts);
    }

    private void fact(String name, Component value) {
        facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }

    private Component fromTo(AuditDetail.Change change) {
        if (change.before() == null && change.after() == null) {
            return new Span(getTranslation("security.audit.changed"));
        }
        var after = value(change.after());
        if (change.before() == null) {
            return after;
        }
        var from = new Span(getTranslation("members.history.from") + " ");
        from.addClassName("sr-only");
        var to = new Span(" " + getTranslation("members.history.to") + " ");
        to.addClassName("sr-only");
        var before = value(change.before());
        before.addClassName("muted");
        var both = new Span(from, before, Icons.ARROW_RIGHT.create(), to, after);
        both.addClassName("audit-change");
        return both;
    }

    private Span value(@Nullable String text) {
        return new Span(text == null || text.isEmpty() ? getTranslation("security.audit.blank") : text);
    }
}
