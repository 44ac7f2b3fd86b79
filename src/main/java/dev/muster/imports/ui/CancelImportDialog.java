package dev.muster.imports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import dev.muster.common.ui.Question;

/** Asks before an import is stopped. The safe answer has the focus. */
final class CancelImportDialog extends ConfirmDialog {

    private static final long serialVersionUID = 1;

    CancelImportDialog(Runnable onConfirm) {
        var keep = new Button(getTranslation("imports.cancel.keep"), _ -> close());
        keep.addClassName("aura-accent-neutral");
        setHeader(getTranslation("imports.cancel.question"));
        setText(getTranslation("imports.cancel.explanation"));
        setConfirmText(getTranslation("imports.cancel"));
        setConfirmButtonTheme("error primary");
        setCancelable(true);
        setCancelButton(keep);
        addConfirmListener(_ -> onConfirm.run());
        Question.startOnCancel(this);
    }
}
