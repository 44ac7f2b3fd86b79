package dev.muster.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.common.Utc;
import dev.muster.members.GroupId;
import dev.muster.members.MemberId;
import dev.muster.members.StoredMember;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import dev.muster.testing.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Six people in a group, five of them from one import, each a step further than the one before. */
@ServiceTest
class FunnelsTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-05T08:00:00Z");
    private static final JoinDesk.Entry ENTRY = new JoinDesk.Entry("Cleo", "a long enough password");

    @Autowired
    Funnels funnels;

    @Autowired
    InvitationDesk desk;

    @Autowired
    InvitationFile file;

    @Autowired
    OpenInvitations job;

    @Autowired
    JoinDesk joining;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void sixPeopleInAGroup(@Autowired Users users) {
        var mara = users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        for (int i = 1; i <= 5; i++) {
            StoredMember.contact(i, "Person " + i, i + "@a.example").in(jdbc);
        }
        StoredMember.contact(6, "By hand", "6@a.example").in(jdbc);
        StoredMember.contact(7, "Archived", "7@a.example").archived(LONG_AGO).in(jdbc);
        jdbc.sql("""
                        INSERT INTO import_file (id, file_name, bytes, pieces, uploaded_at, uploaded_by)
                        VALUES (9, 'a.csv', 1, 1, '2026-10-01 08:00:00', ?)""").param(mara.id().value()).update();
        jdbc.sql("""
                        INSERT INTO import_run (id, version, file_id, file_name, bytes, state, member_kind, invite,
                            settings, started_by, created_at, finished_at, fence, purpose, processed, created, updated,
                            unchanged, rejected, warnings, already_taken, invitations_queued, bytes_read, last_chunk,
                            last_line, working_millis)
                        VALUES (4, 0, 9, 'a.csv', 1, 'COMPLETED', 'ADVOCATE', FALSE, '{}', ?, '2026-10-01 08:00:00',
                            '2026-10-01 08:00:10', 1, 'IMPORT', 6, 6, 0, 0, 0, 0, 0, 0, 1, 1, 7, 10)""").param(mara.id().value()).update();
        jdbc.sql("UPDATE member SET import_id = 4 WHERE id <> 6").update();
        jdbc.sql("UPDATE member SET source = 'ADMIN_ADDED' WHERE id = 6").update();
        jdbc.sql("""
                        INSERT INTO member_group (id, version, name, name_key, joined_by_default, created_at)
                        VALUES (7, 0, 'EMEA', 'emea', FALSE, '2026-01-01')""").update();
        jdbc.sql("""
                        INSERT INTO membership (member_id, group_id, added_at)
                        SELECT id, 7, created_at FROM member WHERE id <> 5""").update();
    }

    @Test
    void countsEachStepOfThoseWhoWereImported() {
        for (int i = 2; i <= 5; i++) {
            desk.invite(new MemberId(i));
        }
        job.run(() -> false);
        jdbc.sql("UPDATE mail SET state = 'SENT' WHERE member_id >= 3").update();
        joining.visit(token(4));
        joining.visit(token(5));
        joining.join(token(5), ENTRY);

        assertThat(funnels.ofImport(4)).isEqualTo(new Funnel(5, 4, 3, 2, 1));
        assertThat(funnels.ofGroup(new GroupId(7))).isEqualTo(new Funnel(4, 3, 2, 1, 0));
    }

    @Test
    void whoIsInvitedTwiceCountsOnce() {
        desk.invite(new MemberId(1));
        job.run(() -> false);
        desk.invite(new MemberId(1));
        job.run(() -> false);
        jdbc.sql("UPDATE mail SET state = 'SENT'").update();

        assertThat(funnels.ofImport(4)).isEqualTo(new Funnel(5, 1, 1, 0, 0));
    }

    @Test
    void onlyTheFirstOpeningIsNoted() {
        desk.invite(new MemberId(1));
        job.run(() -> false);
        Instant first = clock.instant();
        joining.visit(token(1));
        clock.advance(Duration.ofDays(2));
        joining.visit(token(1));

        assertThat(jdbc.sql("SELECT opened_at FROM invitation")
                        .query((row, _) -> Utc.fromColumn(row, "opened_at"))
                        .single())
                .isEqualTo(first);
        assertThat(joining.open(token(1))).isInstanceOf(Welcome.Open.class);
    }

    @Test
    void anImportThatIsGoneHasNobody() {
        assertThat(funnels.ofImport(77)).isEqualTo(new Funnel(0, 0, 0, 0, 0));
    }

    private String token(long member) {
        String path = Objects.requireNonNull(
                        file.find(new MemberId(member)).orElseThrow().link())
                .getPath();
        return path.substring("/join/".length());
    }
}
