package dev.muster.mail;

import java.util.List;
import java.util.OptionalLong;

/** Letters whose words an administrator may change. Implemented, as a bean, by the feature that writes them. */
public interface LetterKind {

    /**
     * A merge field that may stand in the letters.
     *
     * @param isForTextOnly whether it is more than a word, such as a link, and may not stand in the subject
     * @param isNeeded whether the text makes no sense without it
     */
    record Field(String name, boolean isForTextOnly, boolean isNeeded) {

        /** Returns a field that stands for a word or a number. */
        public static Field word(String name) {
            return new Field(name, false, false);
        }
    }

    /** Returns what tells these letters from others; in capitals. */
    String name();

    /** Returns the words that come with Muster. */
    LetterTemplate standard();

    /** Returns the merge fields that may stand in the letters, those used most first. */
    List<Field> fields();

    /** Tells whether such letters go to members; the others go to admins. */
    boolean goesToMembers();

    /**
     * Returns the letter that {@code template} would make, in which {@link PersonalLinks} stand for links of the reader.
     *
     * @param member the member to whom; empty for somebody who would get it
     */
    Letter sample(LetterTemplate template, OptionalLong member);
}
