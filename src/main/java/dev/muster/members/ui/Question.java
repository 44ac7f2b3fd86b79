package dev.muster.members.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** A question before something that cannot be taken back. The focus starts on the button that does nothing. */
final class Question {

    private static final String FOCUS_CANCEL =
            "setTimeout(() => { const cancel = this.querySelector('[slot=cancel-button]'); cancel && cancel.focus(); })";

    private Question() {}

    /**
     * Asks before something is deleted.
     *
     * @param question with the name of what it is about
     * @param consequence what is lost with it
     */
    static void beforeDeletion(String question, String consequence, Runnable deletion) {
        UI ui = UI.getCurrent();
        ConfirmDialog dialog = dialog(question, ui.getTranslation("members.form.delete"), deletion);
        dialog.setText(consequence);
        dialog.setConfirmButtonTheme("primary error");
        dialog.setCancelText(ui.getTranslation("members.form.cancel"));
        dialog.open();
    }

    /** Asks before changes are lost. */
    static void beforeLeaving(Runnable leave, Runnable stay) {
        UI ui = UI.getCurrent();
        ConfirmDialog dialog = dialog(
                ui.getTranslation("members.form.leave-question"), ui.getTranslation("members.form.leave"), leave);
        dialog.setCancelText(ui.getTranslation("members.form.stay"));
        dialog.addCancelListener(_ -> stay.run());
        dialog.open();
    }

    private static ConfirmDialog dialog(String question, String verb, Runnable action) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(question);
        dialog.setConfirmText(verb);
        dialog.addConfirmListener(_ -> action.run());
        dialog.setCancelable(true);
        dialog.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                dialog.getElement().executeJs(FOCUS_CANCEL);
            }
        });
        return dialog;
    }
}
