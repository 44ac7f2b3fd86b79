package dev.muster.members;

import dev.muster.common.EmailAddress;
import dev.muster.common.TextSearch;
import dev.muster.common.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * All members in the order in which they came, whole and page by page, for programs that read one after the other. The
 * archived and the locked are among them. Whoever comes while it is read, comes at the end.
 */
@Service
public class MemberSeries {

    private final JdbcClient jdbc;
    private final Members members;
    private final ProfileReader reader;
    private final Clock clock;
    private final TextSearch texts;

    MemberSeries(JdbcClient jdbc, Members members, ProfileReader reader, Clock clock, TextSearch texts) {
        this.jdbc = jdbc;
        this.members = members;
        this.reader = reader;
        this.clock = clock;
        this.texts = texts;
    }

    /**
     * Whom a series is made of.
     *
     * @param segment those of one status, or of each
     * @param search words that must each be in the name, the address or the company; blank for no search
     * @param group a group that they are in, effective or pending; null for any
     */
    public record Wanted(
            MemberSegment segment, String search, @Nullable GroupId group) {

        /** Tells whether {@code member} is of the segment and in the group; the search it is not asked for. */
        public boolean has(MemberProfile member) {
            boolean isOfSegment = segment == MemberSegment.ALL
                    || segment
                            == switch (member.facts().status()) {
                                case JOINED -> MemberSegment.JOINED;
                                case NOT_JOINED -> MemberSegment.NOT_JOINED;
                                case NOMINEE -> MemberSegment.NOMINEES;
                            };
            return isOfSegment
                    && (group == null
                            || member.groups().stream()
                                    .anyMatch(one -> one.group().equals(group)));
        }

        MemberQuery query() {
            MemberFilter filter = group == null ? MemberFilter.NONE : MemberFilter.NONE.withGroups(Set.of(group));
            return new MemberQuery(segment, search, filter, MemberSort.ADDED, false);
        }
    }

    /** The last member of a page: the next page begins after it. */
    public record Place(Instant added, long member) {}

    /**
     * A page of a series.
     *
     * @param members without the names of the files that they came from
     * @param next null after the last page
     */
    public record Page(
            List<MemberProfile> members, @Nullable Place next) {

        public Page {
            members = List.copyOf(members);
        }
    }

    /** Returns at most {@code limit} members after {@code place}; null for the beginning. Three queries. */
    @PreAuthorize("hasRole('VIEWER')")
    @Transactional(readOnly = true)
    public Page page(Wanted wanted, @Nullable Place place, int limit) {
        List<Place> found = places(wanted.query(), place, limit + 1);
        List<Place> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(profiles(shown), found.size() > limit ? shown.getLast() : null);
    }

    /** Finds the member with the address {@code email}, which may be written in any way; empty where it is none. */
    @PreAuthorize("hasRole('VIEWER')")
    @Transactional(readOnly = true)
    public Optional<MemberProfile> find(String email) {
        return EmailAddress.parse(email)
                .flatMap(address -> members.findByEmailKey(address.key()))
                .map(reader::profile);
    }

    private List<Place> places(MemberQuery query, @Nullable Place after, int limit) {
        var conditions = new MemberConditions(query, clock.instant(), null, texts);
        String rest = conditions.rest();
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>(conditions.parameters());
        if (after != null) {
            parameters.put("added", Utc.toColumn(after.added()));
            parameters.put("id", after.member());
            rest = " AND created_at >= :added AND (created_at > :added OR id > :id)" + rest;
        }
        return jdbc.sql(sql(query.segment(), conditions, rest, limit))
                .params(parameters)
                .query((row, _) -> place(row))
                .list();
    }

    /** One seek into an index for each segment; see {@link MemberPageSql} for why limits are numbers. */
    private static String sql(MemberSegment segment, MemberConditions conditions, String rest, int limit) {
        return segment.parts().stream()
                .map(conditions::number)
                .flatMap(number -> Stream.of(number, -number))
                .map(number -> """
                        (SELECT id, created_at FROM member WHERE segment = %d%s
                        ORDER BY segment, created_at, id LIMIT %d)""".formatted(number, rest, limit))
                .collect(Collectors.joining(
                        " UNION ALL ",
                        "SELECT id, created_at FROM (",
                        ") found ORDER BY created_at, id LIMIT " + limit));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(Objects.requireNonNull(Utc.fromColumn(row, "created_at")), row.getLong("id"));
    }

    private List<MemberProfile> profiles(List<Place> places) {
        List<Long> ids = places.stream().map(Place::member).toList();
        var found = new HashMap<Long, Member>();
        members.findAllById(ids).forEach(member -> found.put(member.id().value(), member));
        return reader.profiles(
                ids.stream().map(found::get).filter(Objects::nonNull).toList());
    }
}
