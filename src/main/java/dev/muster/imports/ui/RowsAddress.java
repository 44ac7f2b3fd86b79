package dev.muster.imports.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.muster.imports.Outcome;
import dev.muster.imports.RowFilter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The filter of the rows as it stands in the address of an import's page, so that a link or a reload keeps it. */
final class RowsAddress {

    private static final String RESULT = "result";
    private static final String MESSAGE = "message";
    private static final String SEARCH = "q";

    private RowsAddress() {}

    /** Reads a filter; what makes no sense in it is left out. */
    static RowFilter read(QueryParameters parameters) {
        Optional<Outcome> outcome = parameters
                .getSingleParameter(RESULT)
                .flatMap(text -> Arrays.stream(Outcome.values())
                        .filter(one -> name(one).equals(text))
                        .findFirst());
        return new RowFilter(
                outcome.orElse(null),
                parameters
                        .getSingleParameter(MESSAGE)
                        .filter(RowFilter::isMessage)
                        .orElse(null),
                parameters.getSingleParameter(SEARCH).orElse(""));
    }

    static QueryParameters write(RowFilter filter) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (filter.outcome() != null) {
            parameters.put(RESULT, name(filter.outcome()));
        }
        if (filter.messageKey() != null) {
            parameters.put(MESSAGE, filter.messageKey());
        }
        if (!filter.search().isBlank()) {
            parameters.put(SEARCH, filter.search());
        }
        return QueryParameters.simple(parameters);
    }

    private static String name(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
