package dev.muster.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.common.Utc;
import dev.muster.members.MemberChange.Kind;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.StatementCount;
import dev.muster.testing.Users;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@ServiceTest
class MembersDeskTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final MemberQuery ALL = MemberQuery.DEFAULT.withSegment(MemberSegment.ALL);

    @Autowired
    MembersDesk desk;

    @Autowired
    MemberDirectory directory;

    @Autowired
    MemberHistory history;

    @Autowired
    MemberRegister register;

    @Autowired
    GroupDesk groups;

    @Autowired
    RunMemberTask running;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @BeforeEach
    void threeMembers() {
        users.actAs("Mara Lindqvist", Role.MANAGER);
        StoredMember.contact(1, "Aylin Demirtaş", "aylin@orbitel.example")
                .joined(NOON)
                .in(jdbc);
        StoredMember.contact(2, "Chidi Okonkwo", "chidi@kinetica.example").in(jdbc);
        StoredMember.contact(3, "Daniela Muñoz", "daniela@puertoverde.example")
                .nominee()
                .in(jdbc);
    }

    @Test
    void archivesTakesBackAndWritesItDown() {
        var done = (ChangeOutcome.Done) desk.change(some(1, 2), MemberChange.of(Kind.ARCHIVE));

        assertThat(ids(done)).containsExactlyInAnyOrder(1L, 2L);
        assertThat(directory.counts(ALL)).isEqualTo(new SegmentCounts(0, 0, 1));
        assertThat(directory.counts(ALL.withFilter(shown(MemberFilter.Hidden.ARCHIVED))))
                .isEqualTo(new SegmentCounts(1, 1, 0));
        assertThat(history.of(new MemberId(1), 5))
                .extracting(HistoryEntry::changes)
                .containsExactly(List.of(new FieldChange("STATE", List.of(), List.of("ARCHIVED"))));

        assertThat(ids((ChangeOutcome.Done) desk.change(some(1, 2, 3), MemberChange.of(Kind.ARCHIVE))))
                .containsExactly(3L);
        desk.change(some(1, 2, 3), done.change().inverse().orElseThrow());

        assertThat(directory.counts(ALL)).isEqualTo(new SegmentCounts(1, 1, 1));
        assertThat(history.of(new MemberId(1), 5)).hasSize(2);
    }

    @Test
    void locksAndUnlocks() {
        desk.change(some(2), MemberChange.of(Kind.LOCK));

        assertThat(directory.counts(ALL.withFilter(shown(MemberFilter.Hidden.LOCKED))))
                .isEqualTo(new SegmentCounts(0, 1, 0));

        desk.change(some(2), MemberChange.of(Kind.UNLOCK));

        assertThat(directory.counts(ALL)).isEqualTo(new SegmentCounts(1, 1, 1));
    }

    @Test
    void addsToAGroupAtOnceOrPendingAndRemoves() {
        GroupId emea = groups.create("EMEA").id();
        desk.change(some(2), new MemberChange(Kind.ADD_TO_GROUP, emea));

        var done =
                (ChangeOutcome.Done) desk.change(new MemberSelection.AllThat(ALL, Set.of(new MemberId(3))), add(emea));

        assertThat(ids(done)).containsExactly(1L);
        assertThat(groups.find(emea))
                .get()
                .extracting(GroupDetails::members, GroupDetails::pending)
                .containsExactly(1L, 1L);
        assertThat(history.of(new MemberId(1), 5).getFirst().changes())
                .containsExactly(FieldChange.addedToGroup("EMEA"));

        desk.change(some(1, 2, 3), new MemberChange(Kind.REMOVE_FROM_GROUP, emea));

        assertThat(groups.find(emea).orElseThrow().members()).isZero();
        assertThat(history.of(new MemberId(3), 5)).isEmpty();
    }

    @Test
    void aGroupThatIsGoneChangesNobody() {
        assertThat(ids((ChangeOutcome.Done) desk.change(some(1), add(new GroupId(99)))))
                .isEmpty();
    }

    @Test
    void deletesForGoodAndKeepsThePersonAway() {
        groups.create("EMEA");
        desk.change(some(2), add(groups.summaries().getFirst().id()));
        jdbc.sql(
                        "INSERT INTO invitation (id, member_id, purpose, state, created_at) VALUES (1, 2, 'INVITATION', 'QUEUED', ?)")
                .param(Utc.toColumn(NOON))
                .update();

        desk.change(some(2), MemberChange.of(Kind.DELETE));

        assertThat(directory.counts(ALL)).isEqualTo(new SegmentCounts(1, 0, 1));
        assertThat(count("invitation") + count("membership") + count("member_change"))
                .isZero();
        var again = new ProfileData(
                java.util.Map.of(StandardField.NAME, "Chidi", StandardField.EMAIL, "Chidi@kinetica.example"),
                FieldValues.NONE);
        assertThat(register.add(new NewMember(again, Set.of())))
                .isInstanceOfSatisfying(
                        AddOutcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(FieldProblem::messageKey)
                                .containsExactly("members.problem.deleted"));
    }

    @Test
    void nomineesBecomeAdvocatesByThemselves() {
        StoredMember.contact(5001, "Ana", "ana@a.example").nominee().in(jdbc);
        StoredMember.contact(5002, "Ben", "ben@b.example").in(jdbc);

        MemberTaskId task = desk.start(new long[] {5001, 5002}, MemberChange.of(Kind.UPGRADE));
        assertThat(running.run(task, () -> false)).isTrue();

        assertThat(desk.progress(task).orElseThrow())
                .isEqualTo(new MemberTaskProgress(MemberChange.of(Kind.UPGRADE), 2, 2, 1, true));
        assertThat(jdbc.sql("SELECT kind FROM member WHERE id > 5000")
                        .query(String.class)
                        .list())
                .containsExactly("ADVOCATE", "ADVOCATE");
    }

    @Test
    void manyGoOnByThemselvesExactlyOnce() {
        manyMembers(MembersDesk.AT_ONCE + 500);
        var wanted =
                new MemberSelection.AllThat(ALL.withSearch("bulk"), Set.of(new MemberId(1001), new MemberId(1002)));

        var started = (ChangeOutcome.Started) desk.change(wanted, MemberChange.of(Kind.ARCHIVE));
        StoredMember.contact(90_000, "Bulk latecomer", "late@bulk.example").in(jdbc);
        jdbc.sql("UPDATE pulse SET beat = beat + 1 WHERE topic = 'touches'").update();

        assertThat(started.total()).isEqualTo(MembersDesk.AT_ONCE + 498);
        assertThat(desk.running()).contains(started.task());
        assertThat(jdbc.sql("SELECT task_name FROM scheduled_tasks")
                        .query(String.class)
                        .list())
                .containsExactly("change-members");

        var batchesToGo = new ArrayList<>(List.of(false, false, true));
        assertThat(running.run(started.task(), batchesToGo::removeFirst)).isFalse();
        assertThat(desk.progress(started.task()).orElseThrow())
                .isEqualTo(new MemberTaskProgress(MemberChange.of(Kind.ARCHIVE), started.total(), 2000, 2000, false));
        assertThat(running.run(started.task(), () -> false)).isTrue();
        assertThat(running.run(started.task(), () -> false)).isTrue();

        assertThat(desk.progress(started.task()).orElseThrow())
                .isEqualTo(new MemberTaskProgress(
                        MemberChange.of(Kind.ARCHIVE), started.total(), started.total(), started.total(), true));
        assertThat(desk.running()).isEmpty();
        assertThat(directory.counts(ALL.withSearch("bulk")).of(MemberSegment.ALL))
                .isEqualTo(3);
        assertThat(count("member_change")).isEqualTo(started.total());
        assertThat(count("member_task_member")).isZero();
    }

    @Test
    void asksNoMoreForAThousandThanForTwo() {
        manyMembers(1000);

        List<String> few = StatementCount.during(() -> desk.change(some(1, 2), MemberChange.of(Kind.LOCK)));
        // Whoever asks an index first has it read what was touched before: that is not a part of the change.
        directory.find(ALL);
        List<String> many = StatementCount.during(() ->
                desk.change(new MemberSelection.AllThat(ALL.withSearch("bulk"), Set.of()), MemberChange.of(Kind.LOCK)));

        assertThat(withoutNumbers(many))
                .hasSizeLessThanOrEqualTo(withoutNumbers(few).size() + 1);
    }

    /** Numbers are taken by the thousand, now and then, by whoever comes just then. */
    private static List<String> withoutNumbers(List<String> statements) {
        return statements.stream().filter(sql -> !sql.contains("NEXT VALUE")).toList();
    }

    @Test
    void isNotForViewers() {
        users.actAs("Vera Viewer", Role.VIEWER);

        assertThatThrownBy(() -> desk.change(some(1), MemberChange.of(Kind.DELETE)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void manyMembers(int count) {
        batches.batchUpdate(
                """
                INSERT INTO member (id, version, name, email, email_key, field_values, kind, source, created_at)
                VALUES (?, 0, ?, ?, ?, '{}', 'ADVOCATE', 'CSV_IMPORT', ?)""",
                LongStream.range(1000, 1000L + count)
                        .mapToObj(i -> {
                            String email = "a%d@bulk.example".formatted(i);
                            return new Object[] {i, "Bulk " + i, email, email, Utc.toColumn(NOON)};
                        })
                        .toList());
        jdbc.sql("UPDATE pulse SET beat = beat + 1 WHERE topic = 'touches'").update();
    }

    private static MemberChange add(GroupId group) {
        return new MemberChange(Kind.ADD_TO_GROUP, group);
    }

    private static MemberFilter shown(MemberFilter.Hidden hidden) {
        return MemberFilter.NONE.withHidden(Set.of(hidden));
    }

    private static MemberSelection some(long... ids) {
        return new MemberSelection.Some(
                LongStream.of(ids).mapToObj(MemberId::new).collect(Collectors.toSet()));
    }

    private static List<Long> ids(ChangeOutcome.Done done) {
        return done.changed().stream().map(MemberId::value).sorted().toList();
    }

    private long count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }
}
