package dev.muster.members;

import java.util.List;

/**
 * Why a form was not saved, and what to do about it.
 *
 * @param input the input that the problem is about
 * @param key the text's key in the catalogue
 * @param arguments what fills the gaps of the text
 */
public record FormProblem(Input input, String key, List<Object> arguments) {

    /** The inputs that can be wrong in the forms of fields and groups. */
    public enum Input {
        NAME,
        TYPE,
        CHOICES,
        JOIN_CODE
    }

    public FormProblem {
        arguments = List.copyOf(arguments);
    }

    static FormProblem of(Input input, String key, Object... arguments) {
        return new FormProblem(input, key, List.of(arguments));
    }
}
