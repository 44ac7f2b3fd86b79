package dev.muster.invitations;

import dev.muster.common.Utc;
import java.time.Clock;
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

    private final Clock clock;

    InvitePlans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Returns the plan for all members of whom {@code condition} is true.
     *
     * @param parameters what is in the condition
     */
    InvitePlan of(String condition, Map<String, @Nullable Object> parameters) {
        var lately = Utc.toColumn(clock.instant().minus(InvitationRows.COOLDOWN));
        List<String> names = jdbc.sql("SELECT name FROM member WHERE %s AND (NOT (%s) OR %s) ORDER BY name LIMIT %d"
                        .formatted(condition, InvitationRows.MAY_BE_INVITED, InvitationRows.INVITED_LATELY, NAMED))
                .params(parameters)
                .param("lately", lately)
                .query((row, _) -> row.getString("name"))
                .list();
        return jdbc.sql("""
            SELECT COALESCE(SUM(CASE WHEN barrier = '' AND kind = 'ADVOCATE' THEN 1 ELSE 0 END), 0) AS advocates,
                COALESCE(SUM(CASE WHEN barrier = '' AND kind = 'NOMINEE' THEN 1 ELSE 0 END), 0) AS nominees,
                COALESCE(SUM(CASE WHEN barrier = 'joined' THEN 1 ELSE 0 END), 0) AS joined,
                COALESCE(SUM(CASE WHEN barrier = 'opted out' THEN 1 ELSE 0 END), 0) AS opted_out,
                COALESCE(SUM(CASE WHEN barrier = 'archived' THEN 1 ELSE 0 END), 0) AS archived,
                COALESCE(SUM(CASE WHEN barrier = 'locked' THEN 1 ELSE 0 END), 0) AS locked,
                COALESCE(SUM(CASE WHEN barrier = 'lately' THEN 1 ELSE 0 END), 0) AS lately
            FROM (SELECT kind, CASE WHEN joined_at IS NOT NULL THEN 'joined'
                    WHEN opted_out_at IS NOT NULL THEN 'opted out'
                    WHEN archived_at IS NOT NULL THEN 'archived' WHEN locked_at IS NOT NULL THEN 'locked'
                    WHEN %s THEN 'lately' ELSE '' END AS barrier
                FROM member WHERE %s) chosen""".formatted(InvitationRows.INVITED_LATELY, condition))
                .params(parameters)
                .param("lately", lately)
                .query((row, _) -> new InvitePlan(
                        row.getLong("advocates"),
                        row.getLong("nominees"),
                        new InvitePlan.LeftOut(
                                row.getLong("joined"),
                                row.getLong("opted_out"),
                                row.getLong("archived"),
                                row.getLong("locked"),
                                row.getLong("lately"),
                                names)))
                .single();
    }
}
