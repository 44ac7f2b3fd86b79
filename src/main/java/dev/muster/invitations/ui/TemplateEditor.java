package dev.muster.invitations.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.muster.common.MergeText;
import dev.muster.common.ui.Toasts;
import dev.muster.mail.EditedLetter;
import dev.muster.mail.LetterKind;
import dev.muster.mail.LetterTemplate;
import dev.muster.mail.SampleLetter;
import dev.muster.mail.TemplateProblem;
import dev.muster.mail.TestAnswer;
import dev.muster.members.MemberRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** The words of one kind of letter, and beside them what they make. */
@JavaScript("context://insert.js")
final class TemplateEditor extends Composite<Div> {

    private static final int PREVIEW_DELAY_MILLIS = 300;

    /** What the buttons do. */
    interface Steps {

        List<TemplateProblem> problems(LetterTemplate template);

        List<TemplateProblem> save(LetterTemplate template);

        SampleLetter preview(LetterTemplate template, OptionalLong member);

        CompletableFuture<TestAnswer> sendTest(LetterTemplate template, OptionalLong member);
    }

    private final TextField subject = new TextField(getTranslation("invitations.template.subject"));
    private final TextArea text = new TextArea(getTranslation("invitations.template.text"));
    private final TemplateProblems problems = new TemplateProblems();
    private final Button reset = new Button(getTranslation("invitations.template.reset"));
    private final Button save = new Button(getTranslation("invitations.template.save"));
    private final transient Steps steps;
    private final transient EditedLetter letter;
    private final LetterPane pane;
    private transient LetterTemplate saved;
    private boolean isSubjectLast;

    TemplateEditor(EditedLetter letter, ComboBox<MemberRow> reader, Steps steps) {
        this.letter = letter;
        this.steps = steps;
        this.saved = letter.template();
        this.pane = new LetterPane(
                getTranslation("invitations.template.preview." + letter.kind()), reader, this::showPreview);
        var test = new TestMailButton(this::test);

        subject.addFocusListener(_ -> isSubjectLast = true);
        text.addFocusListener(_ -> isSubjectLast = false);
        subject.addValueChangeListener(_ -> changed());
        text.addValueChangeListener(_ -> changed());
        reset.addClickListener(_ -> fill(letter.standard()));
        save.addClickListener(_ -> save());
        Shortcuts.addShortcutListener(this, this::save, Key.KEY_S, KeyModifier.CONTROL)
                .listenOn(this)
                .resetFocusOnActiveElement();

        for (var field : List.of(subject, text)) {
            field.setManualValidation(true);
            field.setWidthFull();
        }
        subject.setValueChangeMode(ValueChangeMode.LAZY);
        subject.setValueChangeTimeout(PREVIEW_DELAY_MILLIS);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PREVIEW_DELAY_MILLIS);
        text.addClassName("template-text");
        reset.addClassName("aura-accent-neutral");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        reader.setVisible(letter.goesToMembers());
        fill(saved);

        var buttons = new Div(reset, test, save);
        buttons.addClassName("email-buttons");
        var words = new Div(subject, chips(), text, problems, buttons, test.answer());
        words.addClassNames("card", "email-form");
        getContent().addClassName("template");
        getContent().add(words, pane);
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        showPreview();
    }

    /** Tells whether leaving would lose something. */
    boolean isChanged() {
        return !template().equals(saved);
    }

    private Component chips() {
        var chips = new Div(new Span(getTranslation("invitations.template.insert")));
        chips.addClassName("template-chips");
        chips.getElement().setAttribute("role", "group");
        chips.getElement().setAttribute("aria-label", getTranslation("invitations.template.insert"));
        for (LetterKind.Field field : letter.fields()) {
            String word = MergeText.field(field.name());
            var chip = new Button(word, _ -> insert(word, field.isForTextOnly()));
            chip.addThemeVariants(ButtonVariant.SMALL);
            chip.addClassName("aura-accent-neutral");
            chips.add(chip);
        }
        return chips;
    }

    private void insert(String word, boolean isForTextOnly) {
        AbstractField<?, String> target = isSubjectLast && !isForTextOnly ? subject : text;
        target.getElement().executeJs("window.musterInsert(this, $0)", word);
    }

    private LetterTemplate template() {
        return new LetterTemplate(subject.getValue().strip(), text.getValue().strip());
    }

    private void fill(LetterTemplate template) {
        subject.setValue(template.subject());
        text.setValue(template.text());
        changed();
    }

    private void changed() {
        save.setEnabled(isChanged());
        reset.setEnabled(!template().equals(letter.standard()));
        problems.clear();
        subject.setInvalid(false);
        text.setInvalid(false);
        if (isAttached()) {
            showPreview();
        }
    }

    private void showPreview() {
        pane.show(steps.preview(template(), pane.reader()));
    }

    private Optional<CompletableFuture<TestAnswer>> test() {
        LetterTemplate template = template();
        List<TemplateProblem> found = steps.problems(template);
        if (!found.isEmpty()) {
            refuse(template, found);
            return Optional.empty();
        }
        return Optional.of(steps.sendTest(template, pane.reader()));
    }

    private void save() {
        if (!isChanged()) {
            return;
        }
        LetterTemplate template = template();
        List<TemplateProblem> found = steps.save(template);
        if (found.isEmpty()) {
            saved = template;
            fill(template);
            Toasts.done(getTranslation("invitations.template.saved"));
        } else {
            refuse(template, found);
        }
    }

    private void refuse(LetterTemplate template, List<TemplateProblem> found) {
        fill(template);
        problems.show(found);
        for (TemplateProblem problem : found.reversed()) {
            boolean isInSubject = problem.part() == TemplateProblem.Part.SUBJECT;
            AbstractField<?, String> field = isInSubject ? subject : text;
            if (isInSubject) {
                subject.setInvalid(true);
            } else {
                text.setInvalid(true);
            }
            // Without a word to mark, nothing is selected, but the caret is in the field.
            field.getElement().executeJs("window.musterMark(this, $0, $1)", problem.start(), problem.end());
        }
    }
}
