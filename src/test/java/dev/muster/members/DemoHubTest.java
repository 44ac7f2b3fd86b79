package dev.muster.members;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.index.MemberTouches;
import dev.muster.testing.ServiceTest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@ServiceTest
class DemoHubTest {

    @Autowired
    Groups groups;

    @Autowired
    ProfileFields fields;

    @Autowired
    FieldRows fieldRows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    MemberTouches touches;

    @Autowired
    Clock clock;

    @Autowired
    TransactionOperations transactions;

    @Test
    void fillsAnEmptyHub() {
        run();

        assertThat(count("member")).isEqualTo(200);
        assertThat(count("member WHERE email LIKE '%.example'")).isEqualTo(200);
        assertThat(count("member WHERE joined_at IS NOT NULL")).isBetween(100L, 140L);
        assertThat(count("member WHERE kind = 'NOMINEE' AND joined_at IS NULL")).isBetween(10L, 30L);
        assertThat(count("member WHERE joined_at > '2026-11-22 10:42:00' OR created_at > joined_at"))
                .isZero();
        assertThat(
                        count(
                                "membership m JOIN member p ON p.id = m.member_id WHERE (m.effective_at IS NULL) <> (p.joined_at IS NULL)"))
                .isZero();
        assertThat(groups.findAll())
                .extracting(group -> group.summary().name())
                .containsExactlyInAnyOrder("EMEA", "N. America", "APAC", "LATAM", "Beta");
        assertThat(fieldRows.definitions())
                .extracting(FieldDefinition::name)
                .containsExactly("Position", "Industry", "Product", "Plan", "Interests");
        assertThat(fieldRows.definitions().get(2).choices()).containsExactly("Atlas", "Beacon", "Compass", "Harbor");
    }

    @Test
    void inventsTheSamePeopleEveryTime() {
        assertThat(new DemoPeople().members()).isEqualTo(new DemoPeople().members());
    }

    @Test
    void leavesAHubWithMembersAlone() {
        run();
        List<Map<String, @Nullable Object>> before = everyone();

        run();

        assertThat(everyone()).isEqualTo(before);
        assertThat(groups.count()).isEqualTo(5);
    }

    @Test
    void leavesAHubWithGroupsAlone() {
        groups.saveAndFlush(new Group(new GroupDraft("Ours", null, false), clock.instant()));

        run();

        assertThat(count("member")).isZero();
    }

    private void run() {
        var hub = new DemoHub(groups, fields, fieldRows, new DemoRows(jdbc, batches, touches), clock);
        transactions.executeWithoutResult(_ -> hub.run(new DefaultApplicationArguments()));
    }

    private long count(String from) {
        return jdbc.sql("SELECT COUNT(*) FROM " + from).query(Long.class).single();
    }

    private List<Map<String, @Nullable Object>> everyone() {
        return jdbc.sql("SELECT name, email, field_values FROM member ORDER BY email")
                .query()
                .listOfRows();
    }
}
