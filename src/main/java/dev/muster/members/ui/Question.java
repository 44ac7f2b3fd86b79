package dev.muster.members.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** A question before something that cannot be taken back. The focus starts on the button that does nothing. */
final class Question {

    /** The dialog opens with the focus on the button that does it, and has no setting for another. */
    private static final String FOCUS_CANCEL = """
            const leadToCancel = event => {
                if (event.target.slot === 'confirm-button') {
                    this.removeEventListener('focusin', leadToCancel);
                    setTimeout(() => this.querySelector('[slot=cancel-button]').focus());
                }
            };
            this.addEventListener('focusin', leadToCancel);""";

    private Question() {}

    /**
     * Asks before something is deleted.
     *
     * @param question with the name of what it is about
     * @param consequence what is lost with it
     */
    static void beforeDeletion(String question, String consequence, Runnable deletion) {
        UI ui = UI.getCurrent();
        ConfirmDialog dialog = dialog(question, ui.getTranslation("members.form.cancel"), () -> {});
        dialog.setText(consequence);
        dialog.setConfirmText(ui.getTranslation("members.form.delete"));
        dialog.setConfirmButtonTheme("primary error");
        dialog.addConfirmListener(_ -> deletion.run());
        dialog.open();
    }

    /** Asks before changes are lost. */
    static void beforeLeaving(Runnable leave, Runnable stay) {
        UI ui = UI.getCurrent();
        ConfirmDialog dialog =
                dialog(ui.getTranslation("members.form.leave-question"), ui.getTranslation("members.form.stay"), stay);
        dialog.setConfirmText(ui.getTranslation("members.form.leave"));
        dialog.addConfirmListener(_ -> leave.run());
        dialog.open();
    }

    private static ConfirmDialog dialog(String question, String no, Runnable refusal) {
        var dialog = new ConfirmDialog();
        var cancel = new Button(no);
        cancel.addClassName("aura-accent-neutral");
        dialog.setHeader(question);
        dialog.setCancelable(true);
        dialog.setCancelButton(cancel);
        dialog.addCancelListener(_ -> refusal.run());
        dialog.getElement().executeJs(FOCUS_CANCEL);
        return dialog;
    }
}
