package dev.muster.api;

import dev.muster.common.Catalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Choices by name, as a request has them. */
final class Choices {

    private Choices() {}

    /** Returns "A, B or C". */
    static String oneOf(Catalogue texts, List<?> choices) {
        List<String> names = choices.stream().map(Object::toString).toList();
        return names.size() == 1
                ? names.getFirst()
                : texts.text(
                        "api.expected.one-of", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }

    /** Finds the one called {@code name}, without regard to case. */
    static <E extends Enum<E>> Optional<E> named(E[] choices, String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(choices).filter(one -> one.name().equals(wanted)).findFirst();
    }
}
