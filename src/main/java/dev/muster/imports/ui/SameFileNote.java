package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Times;
import dev.muster.imports.ImportSnapshot;
import java.util.Optional;

/** Says that the chosen file was imported already: to import it again is allowed, but seldom meant. */
final class SameFileNote extends Composite<Div> {

    private final transient Times times;

    SameFileNote(Times times) {
        this.times = times;
        getContent().addClassName("imp-same-file");
        getContent().getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Shows the earlier import of the file, or nothing. */
    void show(Optional<ImportSnapshot> earlier) {
        getContent().removeAll();
        setVisible(earlier.isPresent());
        earlier.ifPresent(one -> {
            var link = new Anchor(
                    "imports/" + one.id().value(), getTranslation("imports.dialog.before.open"), AnchorTarget.BLANK);
            var text = new Span(getTranslation(
                    "imports.dialog.before", one.fileName(), times.shown(one.createdAt()), one.startedBy()));
            getContent().add(Icons.ALERT.create(), new Span(text, new Span(" "), link));
        });
    }
}
