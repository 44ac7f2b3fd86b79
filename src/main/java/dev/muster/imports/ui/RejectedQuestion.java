package dev.muster.imports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import dev.muster.common.ui.Question;
import dev.muster.imports.ImportSnapshot;

/** Asks before a file is imported of which most would be rejected. The safe answer has the focus. */
final class RejectedQuestion extends ConfirmDialog {

    private static final long serialVersionUID = 1;

    RejectedQuestion(ImportSnapshot check, Runnable onImport, Runnable onLook) {
        var look = new Button(getTranslation("imports.dialog.rejected.look"), _ -> close());
        look.addClassName("aura-accent-neutral");
        setHeader(getTranslation("imports.dialog.rejected.question", check.rejected(), check.processed()));
        setText(getTranslation("imports.dialog.rejected.explanation"));
        setConfirmText(getTranslation("imports.dialog.rejected.anyway"));
        setCancelable(true);
        setCancelButton(look);
        addConfirmListener(_ -> onImport.run());
        addCancelListener(_ -> onLook.run());
        Question.startOnCancel(this);
    }

    /** Tells whether a check found over half of the rows rejected. */
    static boolean isWorthAsking(ImportSnapshot check) {
        return check.rejected() * 2 > check.processed();
    }
}
