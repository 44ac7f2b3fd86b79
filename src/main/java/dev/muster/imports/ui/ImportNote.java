package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.Icons;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import dev.muster.imports.ResumeRefusal;

/** Why an import did not come to its end, and the way to go on. Empty where it did. */
final class ImportNote extends Composite<Div> {

    private final boolean mayResume;
    private final Runnable onResume;

    ImportNote(boolean mayResume, Runnable onResume) {
        this.mayResume = mayResume;
        this.onResume = onResume;
    }

    void show(ImportSnapshot one) {
        boolean isFailed = one.state() == ImportState.FAILED;
        getContent().removeAll();
        setVisible(isFailed || one.state() == ImportState.CANCELLED);
        getContent().setClassName("note " + (isFailed ? "note-error" : "note-warn"));
        var words = new Div();
        words.addClassName("imp-note-words");
        if (one.failure() != null) {
            var message = new Paragraph(one.failure().message());
            message.addClassName("imp-problem");
            words.add(message, new Paragraph(one.failure().explanation()));
        }
        if (one.totalRows() != null) {
            words.add(new Paragraph(getTranslation(howFar(one), one.processed(), one.totalRows())));
        }
        getContent().add(new Span(Icons.ALERT.create()), words);
        if (mayResume && ResumeRefusal.of(one).isEmpty()) {
            var resume = new Button(getTranslation("imports.resume"), Icons.REFRESH.create(), _ -> onResume.run());
            resume.setDisableOnClick(true);
            resume.addClassName("aura-accent-neutral");
            getContent().add(resume);
        }
    }

    private static String howFar(ImportSnapshot one) {
        if (one.processed() > 0) {
            return "imports.page.stopped";
        }
        return ResumeRefusal.of(one).filter(ResumeRefusal.FILE_REFUSED::equals).isPresent()
                ? "imports.page.refused"
                : "imports.page.stopped.before";
    }
}
