package dev.muster.imports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.signals.Signal;
import dev.muster.common.ui.Toasts;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import dev.muster.imports.ImportUndo;
import dev.muster.imports.KeptReason;
import dev.muster.imports.UndoOutcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what an undo would take back and what it would not, and asks before it does. The safe answer has the focus. */
final class UndoDialog extends Dialog {

    private static final long serialVersionUID = 1;

    private final transient UndoSource source;
    private final transient ImportId of;
    private final Paragraph words = new Paragraph();
    private final ProgressBar progress = new ProgressBar();
    private final Paragraph rest = new Paragraph();
    private final Button details = new Button();
    private final Div list = new Div();
    private final Button confirm = new Button();
    private transient @Nullable ImportId preview;
    private transient @Nullable ImportSnapshot shown;

    UndoDialog(ImportSnapshot one, UndoSource source) {
        this.source = source;
        this.of = one.id();
        var cancel = new Button(getTranslation("common.question.cancel"), _ -> close());
        cancel.addClassName("aura-accent-neutral");
        cancel.setAutofocus(true);
        confirm.setText(getTranslation("imports.undo.confirm"));
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(_ -> undo());
        details.addThemeVariants(ButtonVariant.TERTIARY);
        details.addClickListener(_ -> toggleList());
        addClosedListener(_ -> forget());

        progress.setIndeterminate(true);
        progress.addClassName("imp-bar");
        progress.getElement().setAttribute("aria-label", getTranslation("imports.undo.looking"));
        words.getElement().setAttribute("role", "status");
        rest.setText(getTranslation("imports.undo.rest"));
        rest.addClassNames("muted", "small");
        list.setVisible(false);
        var body = new Div(words, progress, rest, details, list);
        body.addClassName("imp-undo");
        setHeaderTitle(getTranslation("imports.undo.question"));
        setWidth("560px");
        addClassNames("imp-dialog", "imp-undo-dialog");
        add(body);
        getFooter().add(cancel, confirm);
        begin();
    }

    private void begin() {
        confirm.setEnabled(false);
        details.setVisible(false);
        rest.setVisible(false);
        words.setText(getTranslation("imports.undo.looking"));
        switch (source.preview(of)) {
            case UndoOutcome.Started(ImportId run) -> preview = run;
            case UndoOutcome.Refused(var _, String sentence) -> {
                words.setText(sentence);
                progress.setVisible(false);
            }
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        if (event.isInitialAttach() && preview != null) {
            ImportId run = preview;
            source.find(run).ifPresent(this::show);
            Signal.effect(this, () -> source.previews().get().find(run).ifPresent(this::show));
        }
    }

    private void show(ImportSnapshot one) {
        if (shown != null && !shown.state().isActive()) {
            return;
        }
        shown = one;
        boolean isCounted = one.state().isActive() && one.processed() > 0;
        progress.setIndeterminate(!isCounted);
        progress.setValue(isCounted ? one.percent() / 100.0 : 0);
        progress.setVisible(one.state().isActive());
        if (one.failure() != null) {
            words.setText(one.failure().message());
        } else if (one.state() == ImportState.CHECKED && one.undo() != null) {
            showFound(one.undo());
        }
    }

    private void showFound(ImportUndo undo) {
        Map<KeptReason, Long> kept = source.counts(undo.run());
        words.setText(UndoWords.ofPreview(undo, kept));
        rest.setVisible(true);
        confirm.setEnabled(!undo.foundNothing());
        if (undo.kept() > 0) {
            list.add(new KeptList(source, undo.run(), kept));
            details.setVisible(true);
            nameDetails();
        }
    }

    private void toggleList() {
        list.setVisible(!list.isVisible());
        setWidth(list.isVisible() ? "860px" : "560px");
        nameDetails();
    }

    private void nameDetails() {
        details.setText(getTranslation(list.isVisible() ? "imports.undo.hide" : "imports.undo.show"));
        details.getElement().setAttribute("aria-expanded", Boolean.toString(list.isVisible()));
    }

    private void undo() {
        UndoOutcome outcome = source.undo(of);
        close();
        if (outcome instanceof UndoOutcome.Refused(var _, String sentence)) {
            Toasts.error(sentence);
        }
    }

    private void forget() {
        if (preview != null) {
            source.forget(preview);
            preview = null;
        }
    }
}
