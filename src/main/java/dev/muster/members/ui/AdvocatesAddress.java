package dev.muster.members.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberSegment;
import dev.muster.members.MemberSort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** How the address of the Advocates page says what the list shows. What is as at first is left out. */
final class AdvocatesAddress {

    private static final String STATUS = "status";
    private static final String SEARCH = "q";
    private static final String SORT = "sort";
    private static final String ORDER = "order";
    private static final String DESCENDING = "desc";

    private AdvocatesAddress() {}

    /** Reads an address; whatever it says that is not understood counts as not said. */
    static MemberQuery read(QueryParameters parameters) {
        MemberQuery first = MemberQuery.DEFAULT;
        MemberSegment segment = parameters
                .getSingleParameter(STATUS)
                .flatMap(MemberSegment::named)
                .orElse(first.segment());
        return new MemberQuery(
                segment,
                parameters.getSingleParameter(SEARCH).orElse(first.search()),
                FilterAddress.read(parameters),
                parameters
                        .getSingleParameter(SORT)
                        .flatMap(MemberSort::named)
                        .filter(sort -> MemberColumn.of(sort).isFor(segment))
                        .orElse(first.sort()),
                parameters.getSingleParameter(ORDER).filter(DESCENDING::equals).isPresent());
    }

    static QueryParameters write(MemberQuery query) {
        var parameters = new LinkedHashMap<String, List<String>>();
        MemberQuery first = MemberQuery.DEFAULT;
        if (query.segment() != first.segment()) {
            parameters.put(STATUS, List.of(query.segment().name().toLowerCase(Locale.ROOT)));
        }
        if (!query.search().isEmpty()) {
            parameters.put(SEARCH, List.of(query.search()));
        }
        FilterAddress.write(query.filter(), parameters);
        if (query.sort() != first.sort()) {
            parameters.put(SORT, List.of(query.sort().name().toLowerCase(Locale.ROOT)));
        }
        if (query.descending()) {
            parameters.put(ORDER, List.of(DESCENDING));
        }
        return new QueryParameters(parameters);
    }

    static Location location(MemberQuery query) {
        return new Location(AdvocatesView.PATH, write(query));
    }
}
