package dev.muster.mail;

import dev.muster.common.MergeText;
import dev.muster.common.WhiteSpace;
import dev.muster.mail.LetterKind.Field;
import dev.muster.mail.TemplateProblem.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether letters can be made of a template. */
final class TemplateCheck {

    static final int MAX_SUBJECT = 255;
    static final int MAX_TEXT = 20_000;

    private static final String KEY = "mail.template.problem.";

    private final LetterKind kind;
    private final List<TemplateProblem> problems = new ArrayList<>();

    private TemplateCheck(LetterKind kind) {
        this.kind = kind;
    }

    /** Returns what is wrong with {@code template} for letters of {@code kind}; nothing where it can be saved. */
    static List<TemplateProblem> problems(LetterKind kind, LetterTemplate template) {
        var check = new TemplateCheck(kind);
        check.look(Part.SUBJECT, template.subject(), MAX_SUBJECT);
        check.look(Part.TEXT, template.text(), MAX_TEXT);
        return check.problems;
    }

    private void look(Part part, String content, int longest) {
        if (WhiteSpace.isBlank(content)) {
            add(part, "blank." + part, List.of());
            return;
        }
        if (content.codePointCount(0, content.length()) > longest) {
            add(part, "long", List.of(String.format(Locale.ENGLISH, "%,d", longest)));
        }
        var text = new MergeText(content);
        for (MergeText.Fault fault :
                text.faults(kind.fields().stream().map(Field::name).toList())) {
            problems.add(new TemplateProblem(part, key(fault), arguments(fault), fault.start(), fault.end()));
        }
        for (Field field : kind.fields()) {
            String word = MergeText.field(field.name());
            if (part == Part.TEXT && field.isNeeded() && !text.holds(field.name())) {
                add(part, "needed", List.of(word));
            }
            if (part == Part.SUBJECT && field.isForTextOnly() && text.holds(field.name())) {
                add(part, "text-only", List.of(word));
            }
        }
    }

    private static String key(MergeText.Fault fault) {
        if (!fault.word().endsWith("}}")) {
            return KEY + "open";
        }
        return KEY + (fault.near().isPresent() ? "unknown-near" : "unknown");
    }

    private static List<String> arguments(MergeText.Fault fault) {
        return fault.near()
                .map(near -> List.of(fault.word(), MergeText.field(near)))
                .orElseGet(() -> List.of(fault.word()));
    }

    private void add(Part part, String key, List<String> arguments) {
        problems.add(new TemplateProblem(part, KEY + key, arguments, 0, 0));
    }
}
