package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.imports.FieldPolicies.Policy;
import dev.muster.members.FieldType;
import dev.muster.members.GroupId;
import dev.muster.members.HistoryEntry;
import dev.muster.members.ImportReference;
import dev.muster.members.MemberHistory;
import dev.muster.members.MemberKind;
import dev.muster.members.ProfileFieldDesk;
import dev.muster.members.StandardField;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import dev.muster.testing.Users;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What an undo takes back, what it leaves, and when there is none. */
@ServiceTest
class UndoTest {

    private static final ImportSettings INVITING = new ImportSettings(MemberKind.ADVOCATE, true, List.of());

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    MemberHistory history;

    @Autowired
    ProfileFieldDesk fields;

    @Autowired
    OldChecks oldChecks;

    ImportKit imports;
    UndoKit undo;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        undo = new UndoKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void whoIsTakenOutComesInAgainWithTheNextImport() {
        ImportSnapshot done = imports.run("Name,Email\nAnn,ann@example.com\n");

        ImportUndo undone = undo.undo(done.id());

        assertThat(undone.members()).isEqualTo(1);
        assertThat(imports.count("member")).isZero();
        assertThat(imports.count("tombstone")).isZero();
        assertThat(imports.run("Name,Email\nAnn,ann@example.com\n").created()).isEqualTo(1);
    }

    @Test
    void aPreviewChangesNothingAndIsForgottenAfterADay() {
        GroupId emea = imports.group("EMEA");
        ImportSnapshot done = imports.run("Name,Email\nAnn,ann@example.com\nBo,bo@example.com\n", inGroup(emea));
        undo.change("bo@example.com", dev.muster.members.MemberChange.Kind.ARCHIVE);

        ImportUndo preview = undo.preview(done.id());

        assertThat(preview.members()).isEqualTo(1);
        assertThat(preview.memberships()).isEqualTo(2);
        assertThat(undo.kept(preview)).containsExactly("3 bo@example.com: ARCHIVED");
        assertThat(imports.count("member")).isEqualTo(2);
        assertThat(imports.count("membership")).isEqualTo(2);
        assertThat(imports.desk().find(done.id()).orElseThrow()).isEqualTo(done);
        assertThat(imports.desk().list("", 0, 10))
                .extracting(ImportSnapshot::id)
                .containsExactly(done.id());
        clock.advance(Duration.ofHours(25));
        oldChecks.remove(() -> false);
        assertThat(undo.desk().find(preview.run())).isEmpty();
        assertThat(imports.count("import_undo_kept")).isZero();
        assertThat(imports.count("import_undo_chunk")).isZero();
    }

    @Test
    void invitationsThatHaveNotGoneOutAreTakenBack() {
        imports.run("Name,Email\nNina,nina@example.com\nNils,nils@example.com\n", nominees());
        imports.run("Name,Email\nKai,kai@example.com\n");
        ImportSnapshot done = imports.run("""
                Name,Email
                Nina,nina@example.com
                Nils,nils@example.com
                Kai,kai@example.com
                Ann,ann@example.com
                Bo,bo@example.com
                """, INVITING);
        undo.letter("nils@example.com", "QUEUED");
        undo.letter("kai@example.com", "SENT");
        undo.letter("bo@example.com", "SENT");

        ImportUndo undone = undo.undo(done.id());

        assertThat(undone.invitations()).isEqualTo(3);
        assertThat(undone.members()).isEqualTo(2);
        assertThat(undo.kept(undone)).containsExactly("4 kai@example.com: SENT", "6 bo@example.com: SENT");
        assertThat(imports.member("nina@example.com", "kind")).isEqualTo("NOMINEE");
        assertThat(imports.member("nils@example.com", "kind")).isEqualTo("NOMINEE");
        assertThat(imports.count("member WHERE first_invited_at IS NULL AND last_invited_at IS NULL"))
                .isEqualTo(2);
        assertThat(imports.member("kai@example.com", "kind")).isEqualTo("ADVOCATE");
        assertThat(imports.member("kai@example.com", "last_invited_at")).startsWith("2026-11-22 10:42:00");
        assertThat(imports.invited()).isEmpty();
        assertThat(jdbc.sql("SELECT CONCAT(state, ': ', server_reply) FROM mail WHERE to_address = 'nils@example.com'")
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELLED: The import that sent this invitation was undone.");
        assertThat(jdbc.sql("SELECT state FROM invitation ORDER BY member_id")
                        .query(String.class)
                        .list())
                .containsExactly("REVOKED", "REVOKED", "OPEN");
    }

    @Test
    void whoWasInvitedAgainStays() {
        ImportSnapshot done = imports.run("Name,Email\nAnn,ann@example.com\n", INVITING);
        jdbc.sql("""
                        INSERT INTO invitation (id, member_id, purpose, state, created_at)
                        SELECT 900, id, 'INVITATION', 'OPEN', '2026-11-22 12:00:00' FROM member""").update();

        assertThat(undo.kept(undo.undo(done.id()))).containsExactly("2 ann@example.com: INVITED");
        assertThat(imports.count("invitation WHERE state = 'OPEN'")).isEqualTo(1);
    }

    @Test
    void theLastImportUndoneFirstLeavesNothingOfBoth() {
        GroupId emea = imports.group("EMEA");
        ImportSnapshot first = imports.run("Name,Email,Industry\nAnn,ann@example.com,Transport\n");
        ImportSnapshot second = imports.run(
                "Name,Email,Industry\nAnn,ann@example.com,Logistics\n",
                new ImportSettings(MemberKind.ADVOCATE, true, List.of(emea)));

        assertThat(undo.kept(undo.preview(first.id()))).containsExactly("2 ann@example.com: INVITED");
        ImportUndo undone = undo.undo(second.id());
        assertThat(imports.values("ann@example.com")).containsExactly("Industry=[Transport]");
        assertThat(imports.groups("ann@example.com")).isEmpty();
        assertThat(undone.restored()).isEqualTo(1);
        assertThat(undo.undo(first.id()).kept()).isZero();
        assertThat(imports.count("member")).isZero();
    }

    @Test
    void valuesThatTheirFieldCannotTakeAnyMoreAreListed() {
        imports.field("Interests", FieldType.MULTI_SELECT, true);
        imports.field("Region", FieldType.TEXT, false);
        imports.run("Name,Email,Interests,Region\nAnn,ann@example.com,\"A, B\",North\nBo,bo@example.com,,\n");
        ImportSnapshot done =
                imports.run("Name,Email,Interests,Region\nAnn,ann@example.com,C,South\nBo,bo@example.com,C,South\n");
        jdbc.sql("UPDATE profile_field SET type = 'TEXT' WHERE name = 'Interests'")
                .update();
        users.actAs("Root", Role.ADMINISTRATOR);
        fields.delete(undo.field("Region"));

        ImportUndo undone = undo.undo(done.id());

        assertThat(undo.kept(undone))
                .containsExactlyInAnyOrder(
                        "2 ann@example.com: ONE_VALUE Interests [A, B] [C] [C]",
                        "2 ann@example.com: FIELD_DELETED  [North] [South] [South]");
        assertThat(imports.values("ann@example.com")).containsExactly("Interests=[C]");
        assertThat(imports.values("bo@example.com")).isEmpty();
    }

    @Test
    void theHistoryOfAMemberNamesTheUndo() {
        GroupId emea = imports.group("EMEA");
        imports.run("Name,Email,Title\nAnn,ann@example.com,\n");
        ImportSnapshot done = imports.run("Name,Email,Title\nAnn,ann@example.com,Lead\n", inGroup(emea));
        clock.advance(Duration.ofMinutes(1));
        undo.undo(done.id());

        HistoryEntry entry = history.of(undo.member("ann@example.com"), 10).getFirst();

        assertThat(entry.author())
                .isEqualTo(new HistoryEntry.Undo(new ImportReference(done.id().value(), "customers.csv")));
        assertThat(entry.changes())
                .extracting(change -> "%s %s %s".formatted(change.field(), change.before(), change.after()))
                .containsExactly("TITLE [Lead] []", "GROUP [EMEA] []");
    }

    @Test
    void whatWasLeftCanBeSearchedAndFiltered() {
        imports.run("Name,Email,Title\nAnn,ann@example.com,\nBo,bo@example.com,\n");
        ImportSnapshot done =
                imports.run("Name,Email,Title\nAnn,ann@example.com,Lead\nBo,bo@example.com,Lead\nCy,cy@example.com,\n");
        undo.edit("ann@example.com", StandardField.TITLE, "A");
        undo.edit("bo@example.com", StandardField.TITLE, "B");
        undo.edit("cy@example.com", StandardField.TITLE, "C");
        ImportUndo undone = undo.undo(done.id());

        assertThat(undo.kept(undone, new KeptFilter(null, "BO@"))).hasSize(1);
        assertThat(undo.kept(undone, new KeptFilter(KeptReason.EDITED, "")))
                .containsExactly("4 cy@example.com: EDITED");
        assertThat(undo.kept(undone, new KeptFilter(KeptReason.CHANGED, "ann"))).hasSize(1);
        assertThat(undo.kept(undone, new KeptFilter(null, "_"))).isEmpty();
        assertThat(undo.counts(undone)).isEqualTo(java.util.Map.of(KeptReason.EDITED, 1L, KeptReason.CHANGED, 2L));
    }

    @Test
    void aCancelledImportCanBeUndoneAndThenNotBeResumed() {
        ImportId id = imports.desk()
                .start(imports.store("Name,Email\nA,a@example.com\nB,b@example.com\n"), ImportKit.AS_ADVOCATES);
        imports.inChunksOf(1).run(id, () -> {
            if (imports.desk().find(id).orElseThrow().processed() == 1) {
                imports.desk().cancel(id);
            }
            return false;
        });

        assertThat(undo.undo(id).members()).isEqualTo(1);
        imports.desk().resume(id);

        assertThat(imports.desk().find(id).orElseThrow().state()).isEqualTo(ImportState.UNDONE);
        assertThat(imports.jobs()).containsExactly(id.value() + ":0");
    }

    @Test
    void isRefusedWithASentence() {
        ImportId waiting = imports.desk().start(imports.store("Name,Email\nA,a@example.com\n"), ImportKit.AS_ADVOCATES);
        assertRefused(waiting, "This import is still under way. Wait until it is done, or cancel it first.");
        imports.desk().cancel(waiting);
        assertRefused(waiting, "This import wrote nothing, so there is nothing to undo.");

        ImportSnapshot done = imports.run("Name,Email\nA,a@example.com\n");
        ImportId run = UndoKit.started(undo.desk().undo(done.id()));
        assertRefused(done.id(), "This import is being undone already.");
        undo.job().run(run, () -> false);
        assertRefused(done.id(), "This import was undone already.");

        assertThatThrownBy(() -> undo.desk().undo(run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no import %d.".formatted(run.value()));
        assertThat(imports.desk().find(run)).isEmpty();
    }

    @Test
    void takesAManager() {
        ImportSnapshot done = imports.run("Name,Email\nA,a@example.com\n");
        users.actAs("Vera Voss", Role.VIEWER);

        assertThatThrownBy(() -> undo.desk().undo(done.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> undo.desk().preview(done.id())).isInstanceOf(AccessDeniedException.class);
        assertThat(UndoRefusal.of(done)).isEmpty();
    }

    @Test
    void standsInTheAuditLogWithItsCounts() {
        ImportSnapshot done = imports.run("Name,Email\nA,a@example.com\n");
        undo.undo(done.id());

        assertThat(jdbc.sql("""
                        SELECT CONCAT(actor, ' ', action, ' ', object_id, ' ', detail) FROM audit_entry
                        WHERE action LIKE 'import.und%' ORDER BY id""").query(String.class).list())
                .containsExactly(
                        "Mara Lindqvist import.undo %d customers.csv"
                                .formatted(done.id().value()),
                        "Mara Lindqvist import.undone %d {\"name\":\"customers.csv\",\"changes\":[%s]}"
                                .formatted(
                                        done.id().value(),
                                        String.join(
                                                ",",
                                                detail("Members removed", 1),
                                                detail("Values taken back", 0),
                                                detail("Memberships removed", 0),
                                                detail("Invitations cancelled", 0),
                                                detail("Not taken back", 0))));
    }

    private static String detail(String what, int count) {
        return "{\"what\":\"%s\",\"before\":null,\"after\":\"%d\"}".formatted(what, count);
    }

    private void assertRefused(ImportId id, String sentence) {
        for (UndoOutcome outcome : List.of(undo.desk().undo(id), undo.desk().preview(id))) {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            UndoOutcome.Refused.class,
                            refused -> assertThat(refused.sentence()).isEqualTo(sentence));
        }
    }

    /** Has the invitation of somebody be a letter in this state. */
    private static ImportSettings nominees() {
        return new ImportSettings(MemberKind.NOMINEE, false, List.of());
    }

    private static ImportSettings inGroup(GroupId group) {
        return new ImportSettings(MemberKind.ADVOCATE, false, List.of(group))
                .withRows(new RowOptions(
                        List.of(),
                        FieldPolicies.standard().with(StandardField.TITLE, Policy.OVERWRITE),
                        null,
                        Set.of()));
    }
}
