package dev.muster.mail;

import dev.muster.common.MergeText;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the merge fields of one letter stand for.
 *
 * @param words what stands in a sentence
 * @param blocks what a paragraph that is the merge field alone becomes, such as a button
 */
public record LetterText(Map<String, String> words, Map<String, Consumer<MailBody>> blocks) {

    private static final String BLANK_LINES = "\\R\\s*\\R";

    public LetterText {
        words = Map.copyOf(words);
        blocks = Map.copyOf(blocks);
    }

    /** Returns the subject of a letter with the words of {@code template}. */
    public String subject(LetterTemplate template) {
        return new MergeText(template.subject()).fill(words);
    }

    /** Adds the text of {@code template} to {@code body}, paragraph by paragraph. */
    public void write(LetterTemplate template, MailBody body) {
        for (String each : template.text().strip().split(BLANK_LINES, -1)) {
            var paragraph = new MergeText(each);
            Consumer<MailBody> block = paragraph.only().map(blocks::get).orElse(null);
            if (block == null) {
                body.paragraph(paragraph.fill(words));
            } else {
                block.accept(body);
            }
        }
    }
}
