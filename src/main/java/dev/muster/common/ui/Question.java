package dev.muster.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** A question before something that cannot be taken back. The focus starts on the button that does nothing. */
public final class Question {

    /** The dialog opens with the focus on the button that does it, and has no setting for another. */
    private static final String FOCUS_CANCEL = """
            const leadToCancel = event => {
                if (event.target.slot === 'confirm-button') {
                    this.removeEventListener('focusin', leadToCancel);
                    setTimeout(() => this.querySelector('[slot=cancel-button]').focus());
                }
            };
            this.addEventListener('focusin', leadToCancel);""";

    /** The dialog has its question as a heading of the third level, and no setting for another. */
    private static final String SECOND_LEVEL = """
            queueMicrotask(() => this.querySelector('[slot=header]')?.setAttribute('aria-level', '2'));""";

    private Question() {}

    /**
     * Asks before something is deleted.
     *
     * @param question with the name of what it is about
     * @param consequence what is lost with it
     */
    public static void beforeDeletion(String question, String consequence, Runnable deletion) {
        UI ui = UI.getCurrent();
        ConfirmDialog dialog = dialog(question, ui.getTranslation("common.question.cancel"), () -> {});
        dialog.setText(consequence);
        dialog.setConfirmText(ui.getTranslation("common.question.delete"));
        dialog.setConfirmButtonTheme("primary error");
        dialog.addConfirmListener(_ -> deletion.run());
        dialog.open();
    }

    /**
     * Asks before something that mail, other people or a record will not let one take back.
     *
     * @param question with the count of what it is about
     * @param consequence what it means
     * @param verb what the button says
     */
    public static void beforeDoing(String question, String consequence, String verb, Runnable deed) {
        UI ui = UI.getCurrent();
        ConfirmDialog dialog = dialog(question, ui.getTranslation("common.question.cancel"), () -> {});
        dialog.setText(consequence);
        dialog.setConfirmText(verb);
        dialog.setConfirmButtonTheme("primary error");
        dialog.addConfirmListener(_ -> deed.run());
        dialog.open();
    }

    /**
     * Asks before something that touches many, or others, at once.
     *
     * @param question with the count of what it is about
     * @param consequence what it means
     * @param verb what the button says
     */
    public static void before(String question, String consequence, String verb, Runnable deed) {
        ConfirmDialog dialog = dialog(question, UI.getCurrent().getTranslation("common.question.cancel"), () -> {});
        dialog.setText(consequence);
        dialog.setConfirmText(verb);
        dialog.addConfirmListener(_ -> deed.run());
        dialog.open();
    }

    /**
     * Asks before so much is deleted that a click is not enough: what is asked for has to be typed.
     *
     * @param hint says what to type
     * @param typed what has to be typed
     */
    public static void beforeDeletion(
            String question, String consequence, String hint, String typed, Runnable deletion) {
        UI ui = UI.getCurrent();
        ConfirmDialog dialog = dialog(question, ui.getTranslation("common.question.cancel"), () -> {});
        var confirm = new Button(ui.getTranslation("common.question.delete"));
        var input = new TextField(hint);
        input.setWidthFull();
        input.setValueChangeMode(ValueChangeMode.EAGER);
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        confirm.setEnabled(false);
        input.addValueChangeListener(
                change -> confirm.setEnabled(change.getValue().strip().equalsIgnoreCase(typed)));
        var body = new Div(new Paragraph(consequence), input);
        body.addClassName("question");
        dialog.setText(body);
        dialog.setConfirmButton(confirm);
        dialog.addConfirmListener(_ -> {
            if (input.getValue().strip().equalsIgnoreCase(typed)) {
                deletion.run();
            }
        });
        dialog.open();
    }

    /** Asks before changes are lost. */
    public static void beforeLeaving(Runnable leave, Runnable stay) {
        UI ui = UI.getCurrent();
        ConfirmDialog dialog = dialog(
                ui.getTranslation("common.question.leave-question"), ui.getTranslation("common.question.stay"), stay);
        dialog.setConfirmText(ui.getTranslation("common.question.leave"));
        dialog.addConfirmListener(_ -> leave.run());
        dialog.open();
    }

    /** Has {@code dialog} open with the focus on the button that does nothing. */
    public static void startOnCancel(ConfirmDialog dialog) {
        dialog.getElement().executeJs(FOCUS_CANCEL);
    }

    private static ConfirmDialog dialog(String question, String no, Runnable refusal) {
        var dialog = new ConfirmDialog();
        var cancel = new Button(no);
        cancel.addClassName("aura-accent-neutral");
        dialog.setHeader(question);
        dialog.setCancelable(true);
        dialog.setCancelButton(cancel);
        dialog.addCancelListener(_ -> refusal.run());
        startOnCancel(dialog);
        dialog.getElement().executeJs(SECOND_LEVEL);
        return dialog;
    }
}
