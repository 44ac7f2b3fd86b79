package dev.muster.members;

import java.util.List;

/**
 * What came of saving a form.
 *
 * @param <T> the id of what the form is about
 */
public sealed interface SaveOutcome<T> {

    /** Everything in the form was saved. */
    record Saved<T>(T id) implements SaveOutcome<T> {}

    /** Nothing was saved: the form has these problems, never none. */
    record Refused<T>(List<FormProblem> problems) implements SaveOutcome<T> {

        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Nothing was saved: someone else, or an import, changed or deleted the thing since the form was opened. */
    record Outdated<T>() implements SaveOutcome<T> {}
}
