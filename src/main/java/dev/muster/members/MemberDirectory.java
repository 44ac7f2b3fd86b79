package dev.muster.members;

import dev.muster.common.ForcedIndex;
import dev.muster.common.TextSearch;
import dev.muster.common.Utc;
import dev.muster.members.index.Found;
import dev.muster.members.index.MemberIndex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Lists members, page by page, however many there are. */
@Service
public class MemberDirectory {

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Memberships memberships;
    private final MemberIndex index;
    private final Clock clock;
    private final TextSearch texts;

    MemberDirectory(JdbcClient jdbc, Memberships memberships, MemberIndex index, Clock clock, TextSearch texts) {
        this.jdbc = jdbc;
        this.index = index;
        this.memberships = memberships;
        this.clock = clock;
        this.texts = texts;
    }

    /**
     * Returns a page of a list. Two queries, whatever the size of the page and of the hub; of a short list one more, once.
     *
     * @param boundaries what the pages before have left; those of one list belong to one query
     * @param offset how many rows of the list come before the page
     * @param limit the most rows to return
     */
    @PreAuthorize("hasRole('VIEWER')")
    public List<MemberRow> page(MemberQuery query, PageBoundaries boundaries, int offset, int limit) {
        return find(query)
                .map(found -> rows(found.page(Wishes.listing(query), offset, limit)))
                .map(this::inGroups)
                .orElseGet(() -> inGroups(
                        boundaries.isShort()
                                ? sorted(query, boundaries, offset, limit)
                                : sought(query, boundaries, offset, limit)));
    }

    /**
     * Returns whom the index finds in {@code segments} for {@code query}, whose own segment says nothing here and whose
     * search is one piece of text; empty where the database has to be asked.
     */
    @PreAuthorize("hasRole('VIEWER')")
    public Optional<FoundMembers> find(MemberQuery query, Set<MemberSegment> segments) {
        List<String> phrase = query.search().isEmpty() ? List.of() : List.of(query.search());
        return index.find(Wishes.of(query.filter(), phrase, clock.instant()))
                .map(found -> new FoundMembers(found, Wishes.listing(query, segments)));
    }

    /** Returns whom the index finds for {@code query}; empty where there is none. */
    Optional<Found> find(MemberQuery query) {
        return index.find(Wishes.of(query, clock.instant()));
    }

    /** Returns the members of {@code ids}, in this order; whoever is gone is left out. */
    List<MemberRow> find(List<Long> ids) {
        return inGroups(rows(ids));
    }

    private List<MemberRow> inGroups(List<MemberRow> rows) {
        Map<MemberId, List<String>> groups =
                memberships.namesOf(rows.stream().map(MemberRow::id).toList());
        return rows.stream()
                .map(row -> row.in(groups.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private List<MemberRow> sought(MemberQuery query, PageBoundaries boundaries, int offset, int limit) {
        var sql = new MemberPageSql(query, conditions(query));
        String text = sql.page(boundaries.startFor(offset), limit, boundaries.filled());
        var keys = new ArrayList<PageBoundaries.Boundary>();
        List<MemberRow> rows = jdbc.sql(text)
                .params(sql.parameters())
                .query((row, _) -> {
                    keys.add(boundary(query, row));
                    return row(row);
                })
                .list();
        if (!rows.isEmpty()) {
            boundaries.remember(offset + rows.size(), keys.getLast());
        }
        return rows;
    }

    private List<MemberRow> sorted(MemberQuery query, PageBoundaries boundaries, int offset, int limit) {
        List<Long> ids = boundaries.ids();
        if (ids == null) {
            var sql = new MemberPageSql(query, conditions(query));
            ids = jdbc.sql(sql.ids(PageBoundaries.SHORT))
                    .params(sql.parameters())
                    .query((row, _) -> row.getLong("id"))
                    .list();
            boundaries.remember(ids);
        }
        return rows(ids.subList(Math.min(offset, ids.size()), Math.min(offset + limit, ids.size())));
    }

    /** Returns the members, without their groups, in the order of {@code ids}; whoever is gone is left out. */
    private List<MemberRow> rows(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = new HashMap<Long, MemberRow>();
        jdbc.sql("SELECT %s FROM member m%s WHERE m.id IN (:ids)"
                        .formatted(MemberPageSql.columns(), ForcedIndex.PRIMARY))
                .param("ids", ids)
                .query(row -> {
                    found.put(row.getLong("id"), row(row));
                });
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Returns how many members of each segment the search and the filter of {@code query} find. */
    @PreAuthorize("hasRole('VIEWER')")
    public SegmentCounts counts(MemberQuery query) {
        return find(query)
                .map(found -> new SegmentCounts(found.of(1), found.of(2), found.of(3)))
                .orElseGet(() -> counted(query));
    }

    private SegmentCounts counted(MemberQuery query) {
        MemberConditions conditions = conditions(query);
        var counts = new HashMap<Integer, Long>();
        jdbc.sql("SELECT segment, COUNT(*) AS members FROM member WHERE %s%s GROUP BY segment"
                        .formatted(conditions.inSegment(MemberSegment.ALL, "segment"), conditions.rest()))
                .params(conditions.parameters())
                .query(row -> {
                    counts.put(Math.abs(row.getInt("segment")), row.getLong("members"));
                });
        return new SegmentCounts(counts.getOrDefault(1, 0L), counts.getOrDefault(2, 0L), counts.getOrDefault(3, 0L));
    }

    /** Returns the newest imports that members can have come from, at most {@code limit}. */
    @PreAuthorize("hasRole('VIEWER')")
    public List<ImportReference> imports(int limit) {
        // The import's table belongs to another feature; number and file name are all that is asked of it.
        return jdbc.sql("SELECT id, file_name FROM import_run WHERE created > 0 ORDER BY id DESC LIMIT ?")
                .param(limit)
                .query((row, _) -> new ImportReference(row.getLong("id"), row.getString("file_name")))
                .list();
    }

    /** Tells whether nobody is in the hub, archived and locked members neither. */
    @PreAuthorize("hasRole('VIEWER')")
    public boolean isEmpty() {
        return jdbc.sql("SELECT id FROM member LIMIT 1")
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** Returns the conditions of {@code query} as they are now. */
    MemberConditions conditions(MemberQuery query) {
        Long importId = query.filter().importId();
        return new MemberConditions(query, clock.instant(), importId == null ? null : timeOf(importId), texts);
    }

    /** The import's table belongs to another feature; when it ran is all that is asked of it. */
    private MemberConditions.@Nullable Span timeOf(long importId) {
        return jdbc.sql("SELECT created_at, finished_at FROM import_run WHERE id = ?")
                .param(importId)
                .query((row, _) -> {
                    Instant end = Objects.requireNonNullElse(Utc.fromColumn(row, "finished_at"), clock.instant());
                    return new MemberConditions.Span(
                            Objects.requireNonNull(Utc.fromColumn(row, "created_at"))
                                    .minus(CLOCKS_DIFFER),
                            end.plus(CLOCKS_DIFFER));
                })
                .optional()
                .orElse(null);
    }

    private static PageBoundaries.Boundary boundary(MemberQuery query, ResultSet row) throws SQLException {
        var keys = new ArrayList<@Nullable Object>();
        for (String column : query.sort().order(query.segment())) {
            keys.add(
                    switch (column) {
                        case "id" -> row.getLong(column);
                        case "segment" -> row.getInt(column);
                        case "created_at", "joined_at", "last_invited_at", "listed_at" ->
                            row.getObject(column, LocalDateTime.class);
                        default -> row.getString(column);
                    });
        }
        return new PageBoundaries.Boundary(keys);
    }

    private static MemberRow row(ResultSet row) throws SQLException {
        return new MemberRow(
                new MemberId(row.getLong("id")),
                row.getString("name"),
                row.getString("email"),
                Objects.requireNonNullElse(row.getString("title"), ""),
                Objects.requireNonNullElse(row.getString("company"), ""),
                MemberStatus.of(MemberKind.valueOf(row.getString("kind")), Utc.fromColumn(row, "joined_at")),
                MemberSource.valueOf(row.getString("source")),
                row.getObject("import_id", Long.class),
                new MemberRow.Moments(
                        Objects.requireNonNull(Utc.fromColumn(row, "created_at")),
                        Utc.fromColumn(row, "last_invited_at"),
                        Utc.fromColumn(row, "joined_at"),
                        Utc.fromColumn(row, "archived_at"),
                        Utc.fromColumn(row, "locked_at")),
                List.of());
    }
}
