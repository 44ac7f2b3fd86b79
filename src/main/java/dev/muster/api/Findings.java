package dev.muster.api;

import dev.muster.common.Catalogue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Collects what is wrong with a request, so that its sender is told all of it at once. */
final class Findings {

    private static final int MAX_FOUND = 100;

    private final Catalogue texts;
    private final List<Finding> all = new ArrayList<>();

    Findings(Catalogue texts) {
        this.texts = texts;
    }

    /** Notes that something else was expected at {@code where}. */
    void wrong(String where, String expected, @Nullable Object found) {
        String shown = found == null ? texts.text("api.nothing") : shortened(found.toString());
        all.add(new Finding(where, expected, shown, texts.text("api.wrong", where, expected, shown)));
    }

    /** Notes a problem that a feature has put into words. */
    void add(String where, String message) {
        all.add(new Finding(where, null, null, message));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Throws what was found as 422; does nothing where nothing was. */
    void refuseIfAny() {
        if (!isEmpty()) {
            throw refusal();
        }
    }

    /** Returns what was found as 422. */
    ErrorResponseException refusal() {
        var refusal = Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, detail());
        refusal.getBody().setProperty("errors", all);
        return refusal;
    }

    /** Sentences follow each other; messages that are none are kept apart. */
    private String detail() {
        return all.stream()
                .map(Finding::message)
                .reduce((before, next) -> before + (before.endsWith(".") ? " " : "; ") + next)
                .orElse("");
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MAX_FOUND
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_FOUND)) + "…";
    }
}
