package dev.muster.members;

import dev.muster.common.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists members, page by page, however many there are. */
@Service
public class MemberDirectory {

    private final JdbcClient jdbc;
    private final Memberships memberships;

    MemberDirectory(JdbcClient jdbc, Memberships memberships) {
        this.jdbc = jdbc;
        this.memberships = memberships;
    }

    /**
     * Returns a page of a list. Two queries, whatever the size of the page and of the hub.
     *
     * @param boundaries what the pages before have left; those of one list belong to one query
     * @param offset how many rows of the list come before the page
     * @param limit the most rows to return
     */
    @PreAuthorize("hasRole('VIEWER')")
    @Transactional(readOnly = true)
    public List<MemberRow> page(MemberQuery query, PageBoundaries boundaries, int offset, int limit) {
        var sql = new MemberPageSql(query, boundaries.startFor(offset), limit);
        String text = sql.text();
        var keys = new ArrayList<PageBoundaries.Boundary>();
        List<MemberRow> rows = jdbc.sql(text)
                .params(sql.parameters())
                .query((row, _) -> {
                    keys.add(boundary(query.sort(), row));
                    return row(row);
                })
                .list();
        if (!rows.isEmpty()) {
            boundaries.remember(offset + rows.size(), keys.getLast());
        }
        Map<MemberId, List<String>> groups =
                memberships.namesOf(rows.stream().map(MemberRow::id).toList());
        return rows.stream()
                .map(row -> row.in(groups.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** Returns how many members of each segment {@code search} finds; all of them where it is blank. */
    @PreAuthorize("hasRole('VIEWER')")
    @Transactional(readOnly = true)
    public SegmentCounts counts(String search) {
        var parameters = new HashMap<String, @Nullable Object>();
        String found = MemberPageSql.searchCondition(search, parameters);
        var counts = new HashMap<Integer, Long>();
        jdbc.sql("SELECT segment, COUNT(*) AS members FROM member WHERE segment > 0%s GROUP BY segment"
                        .formatted(found))
                .params(parameters)
                .query(row -> {
                    counts.put(row.getInt("segment"), row.getLong("members"));
                });
        return new SegmentCounts(counts.getOrDefault(1, 0L), counts.getOrDefault(2, 0L), counts.getOrDefault(3, 0L));
    }

    private static PageBoundaries.Boundary boundary(MemberSort sort, ResultSet row) throws SQLException {
        var keys = new ArrayList<@Nullable Object>();
        for (String column : sort.order()) {
            keys.add(
                    switch (column) {
                        case "id" -> row.getLong(column);
                        case "segment" -> row.getInt(column);
                        default -> row.getObject(column, sort.type());
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
                        Utc.fromColumn(row, "joined_at")),
                List.of());
    }
}
