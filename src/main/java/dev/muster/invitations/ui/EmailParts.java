package dev.muster.invitations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.muster.common.ui.Times;
import dev.muster.invitations.EmailDesk;
import dev.muster.invitations.ReminderDesk;
import dev.muster.invitations.ReminderStep;
import dev.muster.mail.EditedLetter;
import dev.muster.mail.LetterTemplate;
import dev.muster.mail.OutboxDesk;
import dev.muster.mail.SampleLetter;
import dev.muster.mail.SendingDesk;
import dev.muster.mail.TemplateDesk;
import dev.muster.mail.TemplateProblem;
import dev.muster.mail.TestAnswer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Makes what the tabs of the Email page show, and has done what is pressed there. */
@SpringComponent
class EmailParts {

    private static final String SENDING = "sending";
    private static final String REMINDERS = "reminders";

    /** The tabs, in their order, as they stand in the address. */
    static final List<String> TABS = List.of(SENDING, "invitation", REMINDERS, "summary");

    private static final Map<String, String> LETTERS =
            Map.of("invitation", "INVITATION", REMINDERS, "REMINDER", "summary", "IMPORT_SUMMARY");

    private final EmailDesk email;
    private final ReminderDesk reminders;
    private final TemplateDesk templates;
    private final SendingDesk sending;
    private final OutboxDesk outbox;
    private final MemberChoice members;
    private final Times times;

    EmailParts(
            EmailDesk email,
            ReminderDesk reminders,
            TemplateDesk templates,
            SendingDesk sending,
            OutboxDesk outbox,
            MemberChoice members,
            Times times) {
        this.email = email;
        this.reminders = reminders;
        this.templates = templates;
        this.sending = sending;
        this.outbox = outbox;
        this.members = members;
        this.times = times;
    }

    /**
     * What a tab shows.
     *
     * @param isChanged whether leaving would lose something
     */
    record Part(Component content, BooleanSupplier isChanged) {}

    /** Returns, in a sentence for people, why no invitation can go out; empty where it can. */
    Optional<String> obstacle() {
        return email.obstacle();
    }

    /**
     * Returns the content of the tab called {@code name}.
     *
     * @param onSaved is called when settings were saved that can be an obstacle
     */
    Part create(String name, Runnable onSaved) {
        if (name.equals(SENDING)) {
            return sending(onSaved);
        }
        TemplateEditor editor = editor(Objects.requireNonNull(LETTERS.get(name)));
        if (!name.equals(REMINDERS)) {
            return new Part(editor, editor::isChanged);
        }
        var form = new ReminderForm(new ReminderSteps(reminders));
        var both = new Div(form, editor);
        both.addClassName("email-form");
        return new Part(both, () -> form.isChanged() || editor.isChanged());
    }

    private Part sending(Runnable onSaved) {
        var form = new SendingForm(email.settings(), email.senders(), email.urlOfTheEnvironment(), settings -> {
            var problems = email.save(settings);
            onSaved.run();
            return problems;
        });
        var cards = new Div(form);
        cards.addClassName("email-cards");
        addServer(cards);
        return new Part(cards, form::isChanged);
    }

    private void addServer(Div cards) {
        var content = new ServerCard.Content(sending.server(), outbox.stop().orElse(null));
        var place = new Div();
        place.add(new ServerCard(
                content,
                times,
                () -> {
                    outbox.resume();
                    cards.remove(place);
                    addServer(cards);
                },
                sending::sendTest));
        cards.addComponentAsFirst(place);
    }

    private TemplateEditor editor(String kind) {
        EditedLetter letter = templates.letters().stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        return new TemplateEditor(letter, members.create(), new LetterSteps(templates, kind));
    }

    private record LetterSteps(TemplateDesk desk, String kind) implements TemplateEditor.Steps {

        @Override
        public List<TemplateProblem> problems(LetterTemplate template) {
            return desk.problems(kind, template);
        }

        @Override
        public List<TemplateProblem> save(LetterTemplate template) {
            return desk.save(kind, template);
        }

        @Override
        public SampleLetter preview(LetterTemplate template, OptionalLong member) {
            return desk.preview(kind, template, member);
        }

        @Override
        public CompletableFuture<TestAnswer> sendTest(LetterTemplate template, OptionalLong member) {
            return desk.sendTest(kind, template, member);
        }
    }

    private record ReminderSteps(ReminderDesk desk) implements ReminderForm.Steps {

        @Override
        public Set<ReminderStep> switchedOn() {
            return desk.steps();
        }

        @Override
        public Map<ReminderStep, Long> passed() {
            return desk.passed();
        }

        @Override
        public long wouldSendNow(Set<ReminderStep> steps) {
            return desk.wouldSendNow(steps);
        }

        @Override
        public void save(Set<ReminderStep> steps, boolean alsoPassed) {
            desk.save(steps, alsoPassed);
        }
    }
}
