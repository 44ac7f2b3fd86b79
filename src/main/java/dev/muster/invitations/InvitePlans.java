package dev.muster.invitations;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what inviting many would do. */
@Component
class InvitePlans {

    /** So many who are left out are named. */
    private static final int NAMED = 5;

    private final JdbcClient jdbc;

    InvitePlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the plan for all members of whom {@code condition} is true.
     *
     * @param parameters what is in the condition
     */
    InvitePlan of(String condition, Map<String, @Nullable Object> parameters) {
        List<String> names = jdbc.sql("SELECT name FROM member WHERE %s AND NOT (%s) ORDER BY name LIMIT %d"
                        .formatted(condition, InvitationRows.MAY_BE_INVITED, NAMED))
                .params(parameters)
                .query((row, _) -> row.getString("name"))
                .list();
        return jdbc.sql("""
            SELECT COALESCE(SUM(CASE WHEN barrier = '' AND kind = 'ADVOCATE' THEN 1 ELSE 0 END), 0) AS advocates,
                COALESCE(SUM(CASE WHEN barrier = '' AND kind = 'NOMINEE' THEN 1 ELSE 0 END), 0) AS nominees,
                COALESCE(SUM(CASE WHEN barrier = 'joined' THEN 1 ELSE 0 END), 0) AS joined,
                COALESCE(SUM(CASE WHEN barrier = 'opted out' THEN 1 ELSE 0 END), 0) AS opted_out,
                COALESCE(SUM(CASE WHEN barrier = 'archived' THEN 1 ELSE 0 END), 0) AS archived,
                COALESCE(SUM(CASE WHEN barrier = 'locked' THEN 1 ELSE 0 END), 0) AS locked
            FROM (SELECT kind, CASE WHEN joined_at IS NOT NULL THEN 'joined'
                    WHEN opted_out_at IS NOT NULL THEN 'opted out'
                    WHEN archived_at IS NOT NULL THEN 'archived' WHEN locked_at IS NOT NULL THEN 'locked'
                    ELSE '' END AS barrier
                FROM member WHERE %s) chosen""".formatted(condition))
                .params(parameters)
                .query((row, _) -> new InvitePlan(
                        row.getLong("advocates"),
                        row.getLong("nominees"),
                        new InvitePlan.LeftOut(
                                row.getLong("joined"),
                                row.getLong("opted_out"),
                                row.getLong("archived"),
                                row.getLong("locked"),
                                names)))
                .single();
    }
}
