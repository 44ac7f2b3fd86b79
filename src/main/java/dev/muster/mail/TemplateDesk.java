package dev.muster.mail;

import dev.muster.common.EmailAddress;
import dev.muster.common.HubSettings;
import dev.muster.common.WhiteSpace;
import dev.muster.security.AuditDetail;
import dev.muster.security.AuditLog;
import dev.muster.security.CurrentUser;
import dev.muster.security.LoggedIn;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where administrators change the words of letters. */
@Service
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class TemplateDesk {

    private final ObjectProvider<LetterKind> kinds;
    private final LetterTemplates templates;
    private final TestMails tests;
    private final HubSettings hub;
    private final CurrentUser currentUser;
    private final AuditLog audit;

    TemplateDesk(
            ObjectProvider<LetterKind> kinds,
            LetterTemplates templates,
            TestMails tests,
            HubSettings hub,
            CurrentUser currentUser,
            AuditLog audit) {
        this.kinds = kinds;
        this.templates = templates;
        this.tests = tests;
        this.hub = hub;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /** Returns all letters whose words can be changed. */
    @Transactional(readOnly = true)
    public List<EditedLetter> letters() {
        return kinds.orderedStream().map(this::edited).toList();
    }

    /** Returns what is wrong with {@code template} for letters of {@code kind}; nothing where it can be saved. */
    public List<TemplateProblem> problems(String kind, LetterTemplate template) {
        return TemplateCheck.problems(find(kind), clean(template));
    }

    /**
     * Saves {@code template} for letters of {@code kind}; those that are written already keep their words.
     *
     * @return what is wrong with it; nothing where it is saved
     */
    @Transactional
    public List<TemplateProblem> save(String kind, LetterTemplate template) {
        LetterKind letters = find(kind);
        LetterTemplate clean = clean(template);
        List<TemplateProblem> problems = TemplateCheck.problems(letters, clean);
        if (problems.isEmpty()) {
            record(letters, clean);
            write(letters, clean);
        }
        return problems;
    }

    /** The words that come with Muster are not kept: a later Muster may bring better ones. */
    private void write(LetterKind letters, LetterTemplate template) {
        if (template.equals(letters.standard())) {
            templates.reset(letters);
        } else {
            templates.save(letters, template);
        }
    }

    /** Returns the letter to {@code member}, or to somebody who would get it, with the words of {@code template}. */
    @Transactional(readOnly = true)
    public SampleLetter preview(String kind, LetterTemplate template, OptionalLong member) {
        Letter letter = find(kind).sample(clean(template), member);
        return new SampleLetter(
                letter.toName(),
                letter.to().shown(),
                letter.subject(),
                withoutLinks(letter.htmlBody()),
                withoutLinks(letter.textBody()));
    }

    /** Sends the letter of {@link #preview} to the current user. */
    public CompletableFuture<TestAnswer> sendTest(String kind, LetterTemplate template, OptionalLong member) {
        SampleLetter sample = preview(kind, template, member);
        LoggedIn user = currentUser.get();
        audit.record("mail.test", "template", null, kind);
        return tests.send(new Letter(
                Letter.Purpose.TEST,
                user.name(),
                EmailAddress.parse(user.email()).orElseThrow(),
                sample.subject(),
                sample.text(),
                sample.html(),
                List.of()));
    }

    private EditedLetter edited(LetterKind kind) {
        return new EditedLetter(
                kind.name(),
                kind.goesToMembers(),
                kind.fields(),
                templates.saved(kind.name()).orElseGet(kind::standard),
                kind.standard());
    }

    private LetterKind find(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("There are no letters of the kind %s.".formatted(name)));
    }

    private void record(LetterKind kind, LetterTemplate after) {
        LetterTemplate before = edited(kind).template();
        audit.record(
                "template.change",
                "template",
                null,
                AuditDetail.named(kind.name())
                        .with("Subject", before.subject(), after.subject())
                        .with("Text", before.text(), after.text())
                        .text());
    }

    /** A sample opens nobody's account, whoever it is shown or sent to. */
    private String withoutLinks(String body) {
        return body.replace(PersonalLinks.JOIN.toString(), hub.baseUrl() + "/join/example")
                .replace(PersonalLinks.OPT_OUT.toString(), hub.baseUrl() + "/opt-out/example");
    }

    private static LetterTemplate clean(LetterTemplate template) {
        return new LetterTemplate(
                WhiteSpace.clean(template.subject()),
                template.text().replaceAll("\\R", "\n").stripTrailing());
    }
}
