package dev.muster.mail.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.muster.mail.MailId;
import dev.muster.mail.MailSegment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the Outbox page says: which part, what is searched for, which letter is open.
 *
 * @param open the open letter; null where none is
 */
record OutboxAddress(
        MailSegment segment, String search, @Nullable MailId open) {

    static final String PATH = "outbox";
    private static final String SEGMENT = "state";
    private static final String SEARCH = "q";
    private static final String OPEN = "mail";

    /** Reads an address as people may have typed it; what makes no sense is left out. */
    static OutboxAddress of(Location location) {
        var parameters = location.getQueryParameters();
        String segment = parameters.getSingleParameter(SEGMENT).orElse("");
        String open = parameters.getSingleParameter(OPEN).orElse("");
        return new OutboxAddress(
                Arrays.stream(MailSegment.values())
                        .filter(candidate -> candidate.name().equalsIgnoreCase(segment))
                        .findFirst()
                        .orElse(MailSegment.ALL),
                parameters.getSingleParameter(SEARCH).orElse(""),
                open.matches("\\d{1,18}") ? new MailId(Long.parseLong(open)) : null);
    }

    OutboxAddress withSegment(MailSegment newSegment) {
        return new OutboxAddress(newSegment, search, open);
    }

    OutboxAddress withSearch(String newSearch) {
        return new OutboxAddress(segment, newSearch, open);
    }

    OutboxAddress withOpen(@Nullable MailId newOpen) {
        return new OutboxAddress(segment, search, newOpen);
    }

    boolean listsTheSameAs(OutboxAddress other) {
        return segment == other.segment && search.equals(other.search);
    }

    /** Returns the part of the address behind the question mark. */
    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (segment != MailSegment.ALL) {
            parameters.put(SEGMENT, segment.name().toLowerCase(Locale.ROOT));
        }
        if (!search.isBlank()) {
            parameters.put(SEARCH, search);
        }
        if (open != null) {
            parameters.put(OPEN, String.valueOf(open.value()));
        }
        return QueryParameters.simple(parameters);
    }

    /** Returns the address as a link within the hub. */
    String href() {
        String query = parameters().getQueryString();
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }
}
