package dev.muster.mail;

import java.util.List;

/**
 * Letters of one kind, for whoever changes their words.
 *
 * @param kind what tells them from others
 * @param fields the merge fields that may stand in them
 * @param template their words now
 * @param standard the words that come with Muster
 */
public record EditedLetter(
        String kind,
        boolean goesToMembers,
        List<LetterKind.Field> fields,
        LetterTemplate template,
        LetterTemplate standard) {

    public EditedLetter {
        fields = List.copyOf(fields);
    }
}
