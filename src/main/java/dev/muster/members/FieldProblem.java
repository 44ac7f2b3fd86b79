package dev.muster.members;

import java.util.List;

/**
 * Why a value was refused.
 *
 * @param field the field, as {@link FieldChange#field} names it
 * @param messageKey the sentence in the catalogue
 * @param arguments what fills the gaps of the sentence
 */
public record FieldProblem(String field, String messageKey, List<String> arguments) {

    public FieldProblem {
        arguments = List.copyOf(arguments);
    }

    static FieldProblem of(StandardField field, String messageKey, String... arguments) {
        return new FieldProblem(field.name(), messageKey, List.of(arguments));
    }

    static FieldProblem of(FieldId field, String messageKey) {
        return new FieldProblem(Long.toString(field.value()), messageKey, List.of());
    }
}
