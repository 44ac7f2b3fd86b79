package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Times;
import dev.muster.imports.ImportSnapshot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says that the very same file was imported before, and offers to look at that instead. */
final class SameFileNote extends Composite<Div> {

    private final transient Times times;
    private final Runnable onShow;
    private transient @Nullable ImportSnapshot shown;

    /**
     * Creates the note, which says nothing yet.
     *
     * @param onShow called before the earlier import is opened
     */
    SameFileNote(Times times, Runnable onShow) {
        this.times = times;
        this.onShow = onShow;
        getContent().addClassNames("note", "note-warn", "imp-same-file");
        getContent().getElement().setAttribute("role", "status");
        show(null);
    }

    /** Shows that {@code earlier} had the same file; null where none had. */
    void show(@Nullable ImportSnapshot earlier) {
        shown = earlier;
        getContent().removeAll();
        setVisible(earlier != null);
        if (earlier == null) {
            return;
        }
        var words = new Div(new Paragraph(sentence(earlier)));
        words.addClassName("imp-note-words");
        var open = new Button(getTranslation("imports.dialog.same.open"), _ -> {
            onShow.run();
            UI.getCurrent().navigate("imports/" + earlier.id().value());
        });
        open.addClassName("aura-accent-neutral");
        getContent().add(new Span(Icons.ALERT.create()), words, open);
    }

    /** Returns the import that is shown; empty where none had the same file. */
    Optional<ImportSnapshot> shown() {
        return Optional.ofNullable(shown);
    }

    private String sentence(ImportSnapshot earlier) {
        return earlier.state().isActive()
                ? getTranslation(
                        "imports.dialog.same.running", times.timeOfDay(earlier.createdAt()), earlier.startedBy())
                : getTranslation(
                        "imports.dialog.same.before",
                        times.day(earlier.createdAt()),
                        earlier.startedBy(),
                        earlier.processed());
    }
}
