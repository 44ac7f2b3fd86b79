package dev.muster.members;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The groups of the hub. */
@Service
public class GroupDesk {

    private final JdbcClient jdbc;

    GroupDesk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns all groups by name. */
    @Transactional(readOnly = true)
    public List<GroupSummary> summaries() {
        return jdbc.sql("SELECT id, name FROM member_group ORDER BY name")
                .query((row, _) -> new GroupSummary(new GroupId(row.getLong("id")), row.getString("name")))
                .list();
    }
}
