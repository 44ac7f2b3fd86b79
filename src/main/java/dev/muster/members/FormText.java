package dev.muster.members;

import dev.muster.common.WhiteSpace;
import dev.muster.members.FormProblem.Input;
import java.util.Optional;

/** What every text that an admin types into a form of this package has to be: something, on one line, not too long. */
final class FormText {

    static final int MAX_LENGTH = 255;

    private FormText() {}

    /** Returns what is wrong with {@code name}, or empty where it will do. */
    static Optional<FormProblem> problemOfName(String name) {
        if (WhiteSpace.nameKey(name).isEmpty()) {
            return Optional.of(FormProblem.of(Input.NAME, "members.form.name-blank"));
        }
        // The key can be the longer one: the lower case of a letter may be two.
        if (isTooLong(name) || isTooLong(WhiteSpace.nameKey(name))) {
            return Optional.of(FormProblem.of(Input.NAME, "members.form.name-long", MAX_LENGTH));
        }
        if (hasControlCharacter(name)) {
            return Optional.of(FormProblem.of(Input.NAME, "members.form.name-control"));
        }
        return Optional.empty();
    }

    static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > MAX_LENGTH;
    }

    /** Tells whether {@code text} holds a line break or another character that does not belong into a line of text. */
    static boolean hasControlCharacter(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }
}
