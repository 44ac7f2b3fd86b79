package dev.muster.invitations.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.muster.invitations.ContactQuery;
import dev.muster.members.MemberKind;
import dev.muster.members.MemberSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the Invite List shows, as its address says it. */
final class InviteListAddress {

    private static final String STATUS = "status";
    private static final String INVITED = "invited";
    private static final String KIND = "kind";
    private static final String SOURCE = "source";
    private static final String SEARCH = "q";
    private static final String SORT = "sort";
    private static final String ORDER = "order";
    private static final String ASCENDING = "asc";
    private static final String DESCENDING = "desc";

    private InviteListAddress() {}

    /** Reads an address; whatever it says that is not understood counts as not said. */
    static ContactQuery read(QueryParameters parameters) {
        ContactQuery first = ContactQuery.DEFAULT.with(
                one(parameters, STATUS, ContactQuery.Standing.values()).orElse(ContactQuery.DEFAULT.standing()));
        return new ContactQuery(
                first.standing(),
                one(parameters, INVITED, ContactQuery.Invited.values()).orElse(first.invited()),
                one(parameters, KIND, MemberKind.values()).orElse(null),
                parameters.getParameters(SOURCE).stream()
                        .flatMap(word -> named(MemberSource.values(), word).stream())
                        .collect(Collectors.toSet()),
                parameters.getSingleParameter(SEARCH).orElse(""),
                one(parameters, SORT, ContactQuery.Sort.values()).orElse(first.sort()),
                parameters.getSingleParameter(ORDER).map(DESCENDING::equals).orElse(first.descending()));
    }

    static QueryParameters write(ContactQuery query) {
        ContactQuery first = ContactQuery.DEFAULT.with(query.standing());
        var parameters = new LinkedHashMap<String, List<String>>();
        put(parameters, STATUS, query.standing() == ContactQuery.DEFAULT.standing() ? null : query.standing());
        put(parameters, INVITED, query.invited() == first.invited() ? null : query.invited());
        put(parameters, KIND, query.kind());
        if (!query.sources().isEmpty()) {
            parameters.put(
                    SOURCE,
                    query.sources().stream()
                            .sorted()
                            .map(InviteListAddress::word)
                            .toList());
        }
        if (!query.search().isEmpty()) {
            parameters.put(SEARCH, List.of(query.search()));
        }
        if (query.sort() != first.sort() || query.descending() != first.descending()) {
            put(parameters, SORT, query.sort());
            parameters.put(ORDER, List.of(query.descending() ? DESCENDING : ASCENDING));
        }
        return new QueryParameters(parameters);
    }

    static Location location(ContactQuery query) {
        return new Location(InviteListView.PATH, write(query));
    }

    private static void put(
            Map<String, List<String>> parameters, String name, @org.jspecify.annotations.Nullable Enum<?> value) {
        if (value != null) {
            parameters.put(name, List.of(word(value)));
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Optional<E> one(QueryParameters parameters, String name, E[] values) {
        return parameters.getSingleParameter(name).flatMap(word -> named(values, word));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String word) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
