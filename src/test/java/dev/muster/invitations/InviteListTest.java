package dev.muster.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.muster.common.EmailAddress;
import dev.muster.members.FieldChange;
import dev.muster.members.GroupId;
import dev.muster.members.HistoryEntry;
import dev.muster.members.MemberChange;
import dev.muster.members.MemberHistory;
import dev.muster.members.MemberId;
import dev.muster.members.MemberKind;
import dev.muster.members.MemberSource;
import dev.muster.members.MemberTaskProgress;
import dev.muster.members.StoredMember;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import dev.muster.testing.Users;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@ServiceTest
class InviteListTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-05T08:00:00Z");

    @Autowired
    ContactDesk contacts;

    @Autowired
    InvitationDesk desk;

    @Autowired
    InvitationFile file;

    @Autowired
    GroupDoor door;

    @Autowired
    ContactExport export;

    @Autowired
    OpenInvitations job;

    @Autowired
    MemberHistory history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Users users;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void aHubWithContacts() {
        users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        StoredMember.contact(1, "Ana", "ana@a.example").in(jdbc);
        StoredMember.contact(2, "Ben", "ben@b.example").nominee().in(jdbc);
        StoredMember.contact(3, "Cleo", "cleo@c.example").invited(LONG_AGO).in(jdbc);
        StoredMember.contact(4, "Dan", "dan@d.example").archived(LONG_AGO).in(jdbc);
        StoredMember.contact(5, "Eve", "eve@e.example").joined(LONG_AGO).in(jdbc);
        StoredMember.contact(6, "100%", "odd_1@f.example").at("Odd").in(jdbc);
    }

    @Test
    void opensWithTheActiveNeverInvitedTheNewestFirst() {
        assertThat(names(ContactQuery.DEFAULT)).containsExactly("100%", "Ben", "Ana");
        assertThat(contacts.count(ContactQuery.DEFAULT)).isEqualTo(3);
    }

    @Test
    void filtersAndSearches() {
        assertThat(names(ContactQuery.DEFAULT.with(ContactQuery.Invited.INVITED)))
                .containsExactly("Cleo");
        assertThat(names(ContactQuery.DEFAULT.with(ContactQuery.Standing.ARCHIVED)))
                .containsExactly("Dan");
        assertThat(names(ContactQuery.DEFAULT.withSearch("0%"))).containsExactly("100%");
        assertThat(names(ContactQuery.DEFAULT.withSearch("_"))).containsExactly("100%");
    }

    @Test
    void theLockedHaveAListOfTheirOwnAndComeBackFromIt() {
        StoredMember.contact(7, "Lou", "lou@l.example").locked(LONG_AGO).in(jdbc);
        StoredMember.contact(8, "Max", "max@m.example")
                .nominee()
                .locked(LONG_AGO)
                .in(jdbc);
        StoredMember.contact(9, "Nia", "nia@n.example")
                .joined(LONG_AGO)
                .locked(LONG_AGO)
                .in(jdbc);
        var locked = ContactQuery.DEFAULT.with(ContactQuery.Standing.LOCKED);

        assertThat(names(locked)).containsExactly("Max", "Lou");
        assertThat(contacts.count(locked)).isEqualTo(2);
        assertThat(names(locked.withKind(MemberKind.NOMINEE))).containsExactly("Max");
        assertThat(contacts.page(locked, 0, 1)).extracting(ContactRow::state).containsOnly(ContactRow.State.LOCKED);
        assertThat(names(ContactQuery.DEFAULT.with(ContactQuery.Invited.ALL))).doesNotContain("Lou", "Max");

        assertThat(contacts.unlock(ContactSelection.allOf(locked)))
                .containsExactlyInAnyOrder(new MemberId(7), new MemberId(8));

        assertThat(contacts.count(locked)).isZero();
        assertThat(names(ContactQuery.DEFAULT)).contains("Lou", "Max");
        assertThat(number("SELECT COUNT(*) FROM member WHERE locked_at IS NOT NULL"))
                .as("who has joined is not on the Invite List")
                .isEqualTo(1);
    }

    @Test
    void narrowsDownToAKindAndToSources() {
        jdbc.sql("UPDATE member SET source = 'API' WHERE id = 1").update();

        assertThat(names(ContactQuery.DEFAULT.withKind(MemberKind.NOMINEE))).containsExactly("Ben");
        assertThat(contacts.count(ContactQuery.DEFAULT.withKind(MemberKind.NOMINEE)))
                .isEqualTo(1);
        assertThat(names(ContactQuery.DEFAULT.withKind(MemberKind.ADVOCATE))).containsExactly("100%", "Ana");
        assertThat(names(ContactQuery.DEFAULT.withSources(Set.of(MemberSource.API))))
                .containsExactly("Ana");
        assertThat(names(ContactQuery.DEFAULT
                        .with(ContactQuery.Standing.ARCHIVED)
                        .withKind(MemberKind.NOMINEE)))
                .isEmpty();
    }

    @Test
    void knowsWhetherANomineeIsChosenAndWhoHasALink() {
        var everybody = ContactSelection.allOf(ContactQuery.DEFAULT);
        assertThat(contacts.hasNominee(everybody)).isTrue();
        assertThat(contacts.hasNominee(everybody.with(new MemberId(2), false))).isFalse();
        assertThat(contacts.withLink(everybody)).isZero();
        desk.createLink(new MemberId(1));
        assertThat(contacts.withLink(everybody)).isEqualTo(1);
    }

    @Test
    void thePlanNamesWhoIsLeftOutAndWhy() {
        jdbc.sql("UPDATE member SET opted_out_at = created_at WHERE id = 1").update();
        jdbc.sql("UPDATE member SET locked_at = created_at WHERE id = 3").update();
        var four = new ContactSelection(
                ContactQuery.DEFAULT,
                false,
                Set.of(new MemberId(1), new MemberId(2), new MemberId(3), new MemberId(4)));

        assertThat(desk.plan(four))
                .isEqualTo(new InvitePlan(0, 1, new InvitePlan.LeftOut(0, 1, 1, 1, 0, List.of("Ana", "Cleo", "Dan"))));
        assertThat(desk.invite(four, Set.of())).isEqualTo(1);
        assertThat(number("SELECT COUNT(*) FROM invitation WHERE member_id <> 2"))
                .isZero();
    }

    @Test
    void whoeverWasInvitedMinutesAgoIsNotAgain() {
        var ana = new ContactSelection(ContactQuery.DEFAULT, false, Set.of(new MemberId(1)));
        assertThat(desk.invite(ana, Set.of())).isEqualTo(1);
        job.run(() -> false);
        jdbc.sql("UPDATE mail SET state = 'SENT'").update();

        assertThat(desk.plan(ana))
                .isEqualTo(new InvitePlan(0, 0, new InvitePlan.LeftOut(0, 0, 0, 0, 1, List.of("Ana"))));
        assertThat(desk.preview(ana, 0)).isEmpty();
        assertThat(desk.invite(ana, Set.of())).isZero();
        jdbc.sql("UPDATE mail SET state = 'BOUNCED'").update();
        assertThat(desk.plan(ana).invited()).as("the letter came back").isEqualTo(1);
        jdbc.sql("UPDATE mail SET state = 'SENT'").update();
        assertThat(desk.invite(new MemberId(1)))
                .as("by her profile, which says when she was invited")
                .isTrue();
        job.run(() -> false);

        clock.advance(InvitationRows.COOLDOWN);
        assertThat(desk.invite(ana, Set.of())).isEqualTo(1);
    }

    @Test
    void veryManyAreArchivedByAJob() {
        // Twice as many each time: 4 contacts become 8,192, who were never invited.
        for (int step = 10; step < 100_000 && number("SELECT COUNT(*) FROM member") < 8_192; step *= 2) {
            jdbc.sql("""
                            INSERT INTO member (id, version, name, email, email_key, field_values, kind, source, created_at)
                            SELECT id + :step, 0, name, CONCAT(:step, email), CONCAT(:step, email_key), field_values, kind,
                                source, created_at
                            FROM member""").param("step", step).update();
        }
        var everybody = ContactSelection.allOf(ContactQuery.DEFAULT.withSearch("a"));
        long wanted = contacts.count(everybody.query());

        var task = contacts.begin(everybody, MemberChange.Kind.ARCHIVE).orElseThrow();

        assertThat(wanted).isGreaterThan(ContactDesk.AT_ONCE);
        assertThat(contacts.progress(task).orElseThrow())
                .isEqualTo(new MemberTaskProgress(MemberChange.of(MemberChange.Kind.ARCHIVE), wanted, 0, 0, false));
        assertThat(contacts.begin(
                        ContactSelection.allOf(ContactQuery.DEFAULT.withSearch("nobody")), MemberChange.Kind.ARCHIVE))
                .isEmpty();
    }

    @Test
    void whoHasJoinedOrIsArchivedGetsNoLinkToPassOn() {
        assertThat(desk.createLink(new MemberId(4))).isFalse();
        assertThat(desk.createLink(new MemberId(5))).isFalse();
        assertThat(number("SELECT COUNT(*) FROM invitation")).isZero();
    }

    @Test
    void everyColumnSortsAndPages() {
        for (ContactQuery.Sort sort : ContactQuery.Sort.values()) {
            var query = ContactQuery.DEFAULT.with(ContactQuery.Invited.ALL).sortedBy(sort, false);
            assertThat(contacts.page(query, 0, 2)).hasSize(2);
            assertThat(contacts.page(query, 2, 2)).hasSize(2);
            assertThat(contacts.page(query.with(ContactQuery.Standing.ARCHIVED), 0, 2))
                    .hasSize(1);
        }
    }

    @Test
    void invitingMakesNomineesAdvocatesInPendingGroups() {
        jdbc.sql("""
                        INSERT INTO member_group (id, version, name, name_key, joined_by_default, created_at)
                        VALUES (7, 0, 'EMEA', 'emea', FALSE, '2026-01-01')""").update();
        var everybody = ContactSelection.allOf(ContactQuery.DEFAULT).with(new MemberId(6), false);
        assertThat(desk.plan(everybody)).isEqualTo(new InvitePlan(1, 1, InvitePlan.LeftOut.NOBODY));
        assertThat(desk.preview(everybody, 1))
                .get()
                .extracting(LetterPreview::toName)
                .isEqualTo("Ben");
        assertThat(desk.preview(everybody, 2)).isEmpty();

        assertThat(desk.invite(everybody, Set.of(new GroupId(7)))).isEqualTo(2);
        job.run(() -> false);

        assertThat(names(ContactQuery.DEFAULT)).containsExactly("100%");
        assertThat(number("SELECT COUNT(*) FROM member WHERE kind = 'NOMINEE'")).isZero();
        assertThat(number("SELECT COUNT(*) FROM membership WHERE effective_at IS NULL"))
                .isEqualTo(2);
        assertThat(number("SELECT COUNT(*) FROM mail WHERE purpose = 'INVITATION'"))
                .isEqualTo(2);
    }

    @Test
    void upgradeOnlyWritesNoMail() {
        assertThat(contacts.upgrade(ContactSelection.allOf(ContactQuery.DEFAULT)))
                .isEqualTo(1);

        assertThat(number("SELECT COUNT(*) FROM invitation")).isZero();
        assertThat(number("SELECT COUNT(*) FROM member WHERE kind = 'NOMINEE'")).isZero();
    }

    @Test
    void archivingTakesLinksBackAndRestoringDoesNotBringThemBack() {
        desk.invite(new MemberId(1));
        job.run(() -> false);
        var ana = new ContactSelection(ContactQuery.DEFAULT, false, Set.of(new MemberId(1)));
        assertThat(contacts.archive(ana)).containsExactly(new MemberId(1));
        assertThat(file.find(new MemberId(1)).orElseThrow().link()).isNull();
        assertThat(file.find(new MemberId(1)).orElseThrow().barrier()).isEqualTo("invitations.barrier.archived");
        assertThat(number("SELECT COUNT(*) FROM mail WHERE state = 'CANCELLED'"))
                .isEqualTo(1);

        assertThat(contacts.restore(ana)).isEqualTo(1);
        assertThat(file.find(new MemberId(1)).orElseThrow().link()).isNull();
    }

    @Test
    void whatIsDoneOnTheInviteListIsInTheHistoryOfEach() {
        var ben = new ContactSelection(ContactQuery.DEFAULT, false, Set.of(new MemberId(2)));
        contacts.upgrade(ben);
        contacts.archive(ben);
        contacts.restore(ben);

        assertThat(history.of(new MemberId(2), 10))
                .extracting(entry -> entry.changes().getFirst())
                .containsExactlyInAnyOrder(
                        new FieldChange(FieldChange.STATE, List.of("NOMINEE"), List.of()),
                        new FieldChange(FieldChange.STATE, List.of(), List.of("ARCHIVED")),
                        new FieldChange(FieldChange.STATE, List.of("ARCHIVED"), List.of()));
        assertThat(history.of(new MemberId(2), 10))
                .extracting(HistoryEntry::author)
                .containsOnly(new HistoryEntry.Person("Mara Lindqvist"));
    }

    @Test
    void archivingSaysWhoWasArchivedNowAndNotBeforeAndNotWhoHasJoined() {
        var three = new ContactSelection(
                ContactQuery.DEFAULT, false, Set.of(new MemberId(1), new MemberId(4), new MemberId(5)));

        assertThat(contacts.archive(three)).containsExactly(new MemberId(1));
        assertThat(number("SELECT COUNT(*) FROM member WHERE id = 5 AND archived_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void theExportHoldsAWorkingLinkForEachAndIsAudited() throws Exception {
        var out = new ByteArrayOutputStream();
        export.write(ContactSelection.allOf(ContactQuery.DEFAULT), out);

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).matches("Ana,ana@a.example,,,http://localhost:8080/join/[\\w-]{32}");
        assertThat(number("SELECT COUNT(*) FROM audit_entry WHERE action = 'contact.export-links'"))
                .isEqualTo(1);
        assertThat(number("SELECT COUNT(*) FROM mail")).isZero();
    }

    @Test
    void exportsHoldNoConnectionAfterwards(@Autowired DataSource database) throws Exception {
        int connections = database.unwrap(HikariDataSource.class).getMaximumPoolSize();
        for (int i = 0; i <= connections; i++) {
            export.write(ContactSelection.allOf(ContactQuery.DEFAULT), new ByteArrayOutputStream());
        }

        assertThat(number("SELECT COUNT(*) FROM audit_entry WHERE action = 'contact.export-links'"))
                .isEqualTo(connections + 1);
    }

    @Test
    void theProfileKnowsTheLinkAndItsLetter() {
        desk.invite(new MemberId(1));
        assertThat(file.find(new MemberId(1)).orElseThrow().link()).isNotNull();
        job.run(() -> false);
        assertThat(file.find(new MemberId(1)).orElseThrow().mail()).isNotNull();
        assertThat(file.find(new MemberId(5))).isEmpty();
    }

    @Test
    void theLetterOfTheInvitationIsShownWhicheverCameAfterIt() {
        desk.invite(new MemberId(1));
        job.run(() -> false);
        var letter = file.find(new MemberId(1)).orElseThrow().mail();
        jdbc.sql("""
                        INSERT INTO member_group (id, version, name, name_key, join_code, join_code_key, joined_by_default,
                            created_at)
                        VALUES (7, 0, 'EMEA', 'emea', 'emea', 'emea', FALSE, '2026-01-01')""").update();

        door.enter("emea", "Ana", EmailAddress.parse("ana@a.example").orElseThrow());
        job.run(() -> false);

        assertThat(number("SELECT COUNT(*) FROM mail WHERE member_id = 1")).isEqualTo(2);
        assertThat(file.find(new MemberId(1)).orElseThrow().mail()).isEqualTo(letter);
    }

    @Test
    void aViewerMayLookAndNoMore() {
        users.actAs("Vera Viewer", Role.VIEWER);
        assertThat(contacts.count(ContactQuery.DEFAULT)).isEqualTo(3);
        assertThatThrownBy(() -> desk.invite(new MemberId(1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> file.find(new MemberId(1))).isInstanceOf(AccessDeniedException.class);
    }

    private List<String> names(ContactQuery query) {
        return contacts.page(query, 0, 50).stream().map(ContactRow::name).toList();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
