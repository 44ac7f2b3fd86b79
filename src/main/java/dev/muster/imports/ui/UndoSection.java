package dev.muster.imports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.TimeText;
import dev.muster.common.ui.Times;
import dev.muster.imports.FileProblem;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import dev.muster.imports.ImportUndo;
import dev.muster.imports.KeptReason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** On the page of an import: how far its undo is, and what came of it. Empty where nobody undoes it. */
final class UndoSection extends Composite<Div> {

    private final UndoSource source;
    private final Times times;
    private final Runnable onNews;
    private @Nullable ImportSnapshot of;
    private @Nullable ImportSnapshot run;
    private @Nullable ProgressPanel panel;

    /**
     * @param onNews called when the import has to be read anew: an undo of it began, or ended
     */
    UndoSection(UndoSource source, Times times, Runnable onNews) {
        this.source = source;
        this.times = times;
        this.onNews = onNews;
        getContent().addClassName("imp-result");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            Signal.effect(this, () -> follow(source.undos().get()));
        }
    }

    private void follow(ImportBoard board) {
        board.imports().stream().filter(this::isOfShown).forEach(this::follow);
    }

    private void follow(ImportSnapshot next) {
        ImportSnapshot before = run;
        if (before == null || before.state() != next.state()) {
            onNews.run();
        } else if (panel != null && next.processed() >= before.processed()) {
            run = next;
            panel.show(next);
        }
    }

    private boolean isOfShown(ImportSnapshot one) {
        return of != null
                && one.takesBack()
                && one.undo() != null
                && of.id().equals(one.undo().of());
    }

    /** Shows the undo of {@code one}, which is an import. */
    void show(ImportSnapshot one) {
        of = one;
        run = one.undo() == null ? null : source.find(one.undo().run()).orElse(null);
        panel = null;
        getContent().removeAll();
        setVisible(run != null);
        if (run != null && run.undo() != null) {
            showRun(run, run.undo());
        }
    }

    private void showRun(ImportSnapshot shown, ImportUndo undo) {
        FileProblem failure = shown.failure();
        if (shown.state().isActive()) {
            panel = new ProgressPanel(false, () -> {});
            panel.show(shown);
            var card = new Div(panel);
            card.addClassNames("card", "imp-progress-card");
            getContent().add(card);
        } else if (failure != null) {
            getContent().add(failed(failure));
        } else if (shown.state() == ImportState.COMPLETED) {
            showResult(shown, undo);
        }
    }

    private static Div failed(FileProblem failure) {
        var message = new Paragraph(failure.message());
        message.addClassName("imp-problem");
        var words = new Div(message, new Paragraph(failure.explanation()));
        words.addClassName("imp-note-words");
        var note = new Div(new Span(Icons.ALERT.create()), words);
        note.addClassNames("note", "note-error");
        return note;
    }

    private void showResult(ImportSnapshot shown, ImportUndo undo) {
        Map<KeptReason, Long> kept = source.counts(undo.run());
        var by = new Span(new Text(getTranslation("imports.undo.by", shown.startedBy()) + " "));
        if (shown.finishedAt() != null) {
            by.add(new TimeText(shown.finishedAt(), times));
        }
        by.addClassName("muted");
        var head = new Div(new H2(getTranslation(kept.isEmpty() ? "imports.undo.all" : "imports.undo.partly")), by);
        head.addClassName("imp-box-head");
        var card = new Div(head, new Paragraph(UndoWords.ofResult(undo, kept)));
        card.addClassNames("card", "imp-undone");
        getContent().add(card);
        if (!kept.isEmpty()) {
            var title = new H2(getTranslation("imports.undo.kept"));
            card.add(title, new KeptList(source, undo.run(), kept));
        }
    }
}
