package dev.muster.invitations.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.muster.common.ui.Question;
import dev.muster.common.ui.Toasts;
import dev.muster.invitations.ReminderStep;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** When people are reminded, and what saving would send at once. */
final class ReminderForm extends Composite<Div> {

    /** What the form asks and has done. */
    interface Steps {

        Set<ReminderStep> switchedOn();

        Map<ReminderStep, Long> passed();

        long wouldSendNow(Set<ReminderStep> steps);

        void save(Set<ReminderStep> steps, boolean alsoPassed);
    }

    private final CheckboxGroup<ReminderStep> choice =
            new CheckboxGroup<>(getTranslation("invitations.reminders.when"));
    private final Checkbox alsoPassed = new Checkbox();
    private final Paragraph effect = new Paragraph();
    private final Button save = new Button(getTranslation("invitations.template.save"));
    private final transient Steps steps;
    private Set<ReminderStep> saved;
    private long wouldSend;

    ReminderForm(Steps steps) {
        this.steps = steps;
        this.saved = copy(steps.switchedOn());

        choice.addValueChangeListener(_ -> changed());
        alsoPassed.addValueChangeListener(_ -> showEffect());
        save.addClickListener(_ -> ask());

        choice.setItems(ReminderStep.values());
        choice.setItemLabelGenerator(step -> getTranslation("invitations.reminders." + step));
        showPassed();
        choice.addClassName("reminder-steps");
        choice.setValue(saved);
        effect.getElement().setAttribute("role", "status");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getContent().addClassNames("card", "email-form");
        getContent()
                .add(
                        new H2(getTranslation("invitations.reminders.title")),
                        new Paragraph(getTranslation("invitations.reminders.text")),
                        choice,
                        alsoPassed,
                        effect,
                        save);
        changed();
    }

    /** Tells whether leaving would lose something. */
    boolean isChanged() {
        return !copy(choice.getValue()).equals(saved);
    }

    private void showPassed() {
        Map<ReminderStep, Long> passed = steps.passed();
        choice.setItemHelperGenerator(
                step -> getTranslation("invitations.reminders.passed", passed.getOrDefault(step, 0L)));
    }

    private void changed() {
        wouldSend = isChanged() ? steps.wouldSendNow(copy(choice.getValue())) : 0;
        alsoPassed.setLabel(getTranslation("invitations.reminders.also-passed", wouldSend));
        alsoPassed.setVisible(wouldSend > 0);
        alsoPassed.setValue(false);
        save.setEnabled(isChanged());
        showEffect();
    }

    private void showEffect() {
        effect.setText(getTranslation("invitations.reminders.effect", sentNow()));
        effect.setVisible(isChanged());
    }

    private long sentNow() {
        return alsoPassed.getValue() ? wouldSend : 0;
    }

    private void ask() {
        if (sentNow() == 0) {
            save();
            return;
        }
        Question.beforeDoing(
                getTranslation("invitations.reminders.question", sentNow()),
                getTranslation("invitations.reminders.question-text"),
                getTranslation("invitations.reminders.send", sentNow()),
                this::save);
    }

    private void save() {
        steps.save(copy(choice.getValue()), alsoPassed.getValue());
        saved = copy(choice.getValue());
        Toasts.done(getTranslation("invitations.reminders.saved"));
        changed();
    }

    private static Set<ReminderStep> copy(Set<ReminderStep> steps) {
        Set<ReminderStep> copy = EnumSet.noneOf(ReminderStep.class);
        copy.addAll(steps);
        return copy;
    }
}
