package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.FieldType;
import dev.muster.members.GroupId;
import dev.muster.members.MemberKind;
import dev.muster.members.StandardField;
import dev.muster.security.Role;
import dev.muster.testing.ContactFile;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import dev.muster.testing.StatementCount;
import dev.muster.testing.Users;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class CheckTest {

    private static final ImportSettings INVITING = new ImportSettings(MemberKind.ADVOCATE, true, List.of());

    @Autowired
    Users users;

    @Autowired
    ImportDesk desk;

    @Autowired
    ImportResults results;

    @Autowired
    CheckResults found;

    @Autowired
    OldChecks oldChecks;

    @Autowired
    FileStore files;

    @Autowired
    SettableClock clock;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void saysWhatTheImportThenDoesAndWritesNothing() throws IOException {
        imports.run("Name,Email,Title\nBo,p00000000@firm0.example,Lead\n");
        var file = new ByteArrayOutputStream();
        ContactFile.write(file, 7, 5_000, 300);
        ImportFileId id = imports.store(file.toByteArray());
        var group = imports.group("EMEA");
        var settings = new ImportSettings(MemberKind.ADVOCATE, true, List.of(group));

        ImportId check = desk.check(id, settings, List.of());
        ImportSnapshot checked = imports.run(check, imports.inChunksOf(500));

        assertThat(checked.state()).isEqualTo(ImportState.CHECKED);
        assertThat(imports.count("member")).isEqualTo(1);
        assertThat(imports.count("invitation")).isZero();
        assertThat(imports.count("membership")).isZero();
        assertThat(imports.count("mail")).isEqualTo(1);

        ImportSnapshot done = imports.run(desk.start(id, settings, check), imports.inChunksOf(700));
        assertThat(counts(checked)).isEqualTo(counts(done));
        assertThat(results.issueGroups(checked.id())).isEqualTo(results.issueGroups(done.id()));
        assertThat(imports.messages(checked)).isEqualTo(imports.messages(done));
    }

    @Test
    void aHundredThousandRowsComeOutAsChecked() throws IOException {
        imports.run("Name,Email,Title\nBo,p00000000@firm0.example,Lead\n");
        var file = new ByteArrayOutputStream();
        ContactFile.write(file, 11, 100_000, 50);
        ImportFileId id = imports.store(file.toByteArray());

        ImportSnapshot checked = imports.run(desk.check(id, INVITING, List.of()));
        ImportSnapshot done = imports.run(desk.start(id, INVITING, checked.id()));

        assertThat(done.processed()).isEqualTo(100_000);
        assertThat(counts(checked)).isEqualTo(counts(done));
        assertThat(checked.created() + checked.updated() + checked.unchanged() + checked.rejected())
                .isEqualTo(100_000);
        assertThat(results.issueGroups(checked.id())).isEqualTo(results.issueGroups(done.id()));
    }

    @Test
    void seesWhatTheRowsBeforeWouldHaveDone() {
        imports.run("Name,Email,Title\nBo,bo@example.com,\nCy,cy@example.com,\n");
        String csv = """
                Name,Email,Title,Industry
                Al,al@example.com,,
                Bo,bo@example.com,Lead,
                Al,AL@example.com,Boss,Travel
                Bo,bo@example.com,Other,Energy
                Al,al@example.com,Third,Travel
                Cy,cy@example.com,,
                Cy,cy@example.com,,
                """;
        ImportFileId file = imports.store(csv);
        ImportSnapshot checked = imports.run(desk.check(file, INVITING, List.of()), imports.inChunksOf(1));
        ImportSnapshot done = imports.run(desk.start(file, INVITING, checked.id()));

        assertThat(imports.rows(checked))
                .extracting(ImportedRow::outcome)
                .containsExactly(
                        Outcome.CREATED,
                        Outcome.UPDATED,
                        Outcome.UPDATED,
                        Outcome.UPDATED,
                        Outcome.UNCHANGED,
                        Outcome.UNCHANGED,
                        Outcome.UNCHANGED);
        assertThat(counts(checked)).isEqualTo(counts(done));
        assertThat(imports.messages(checked))
                .isEqualTo(imports.messages(done))
                .contains(
                        "4 UPDATED: INFO Email: Email is already taken",
                        "4 UPDATED: WARNING Email: Duplicate of line 2 in this file");
    }

    @Test
    void canBeTakenAlongAsAFile() {
        imports.run("Name,Email,Title\nBo,bo@example.com,\nCy,cy@example.com,Lead\n");
        ImportFileId file = imports.store("""
                Name,Email,Title
                Al,al@example.com,
                Bo,bo@example.com,Boss
                Cy,cy@example.com,Lead
                =X,x@,
                """);
        ImportSnapshot checked = imports.run(desk.check(file, ImportKit.AS_ADVOCATES, List.of()));

        assertThat(imports.resultFile(checked).lines())
                .containsExactly(
                        "\ufeffLine,Result,Messages,Name,Email,Title",
                        "2,Created,,Al,al@example.com,",
                        "3,Updated,,Bo,bo@example.com,Boss",
                        "4,Unchanged,,Cy,cy@example.com,Lead",
                        "5,Rejected,Email is invalid,'=X,x@,");
    }

    @Test
    void saysWhereMembersChangedInBetween() {
        imports.run("Name,Email,Title\nBo,bo@example.com,\nCy,cy@example.com,\n");
        String csv = "Name,Email,Title\nAl,al@example.com,A\nBo,bo@example.com,B\nCy,cy@example.com,C\nX,x@,\n";
        ImportFileId file = imports.store(csv);
        ImportSnapshot checked = imports.run(desk.check(file, ImportKit.AS_ADVOCATES, List.of()));
        imports.changeMember("bo@example.com", "title = 'Boss'");
        imports.run("Name,Email\nAl,al@example.com\n");

        ImportSnapshot done = imports.run(desk.start(file, ImportKit.AS_ADVOCATES, checked.id()));
        assertThat(imports.messages(done))
                .containsExactly(
                        "2 UPDATED: INFO null: Changed since the check",
                        "3 UNCHANGED: INFO null: Changed since the check",
                        "5 REJECTED: ERROR Email: Email is invalid");
    }

    @Test
    void countsNewGroupsAndNewFieldsWithoutCreatingThem() {
        users.actAs("Ada", Role.ADMINISTRATOR);
        imports.run("Name,Email\nBo,bo@example.com\n");
        var settings = new ImportSettings(
                MemberKind.ADVOCATE,
                false,
                List.of(),
                RowOptions.STANDARD.withColumns(List.of(
                        new ChosenColumn("Email", new ColumnTarget.Standard(StandardField.EMAIL)),
                        new ChosenColumn("Region", new ColumnTarget.NewField("Region", FieldType.TEXT)))));
        ImportFileId file = imports.store("Email,Region\nbo@example.com,North\nbo@example.com,North\n");

        ImportSnapshot checked = imports.run(desk.check(file, settings, List.of("EMEA")));
        assertThat(checked.updated()).isEqualTo(1);
        assertThat(imports.count("member_group")).isZero();
        assertThat(imports.count("profile_field")).isEqualTo(3);

        GroupId group = imports.group("EMEA");
        var real = new ImportSettings(MemberKind.ADVOCATE, false, List.of(group), settings.rows());
        ImportSnapshot done = imports.run(desk.start(file, real, checked.id()));
        assertThat(counts(done)).isEqualTo(counts(checked));
        assertThat(imports.messages(done))
                .containsExactly("3 UNCHANGED: WARNING Email: Duplicate of line 2 in this file");
    }

    @Test
    void findsWhomItWouldCreateByPartsOfNameOrAddressWhateverTheirAccents() {
        ImportId check =
                imports.run(desk.check(imports.store("""
                                Name,Email,Company
                                José Álvarez,jose@puertoverde.example,Puerto Verde
                                Bo Sørensen,bo@example.com,
                                """), INVITING, List.of())).id();

        assertThat(found.created(check, "", 0, 10))
                .containsExactly(
                        new CheckResults.NewMember(2, "José Álvarez", "jose@puertoverde.example", "Puerto Verde"),
                        new CheckResults.NewMember(3, "Bo Sørensen", "bo@example.com", ""));
        for (String words : List.of("ALVAREZ", "josé á", " puertoverde ")) {
            assertThat(found.created(check, words, 0, 10))
                    .as(words)
                    .extracting(CheckResults.NewMember::line)
                    .containsExactly(2L);
            assertThat(found.countCreated(check, words)).isEqualTo(1);
        }
        assertThat(found.countCreated(check, "%")).isZero();
    }

    @Test
    void isNoImportAndLeavesNothingBehind() {
        ImportFileId file = imports.store("Name,Email\nBo,bo@example.com\n,x\n");
        ImportId check = desk.check(file, INVITING, List.of());
        assertThat(desk.active()).isEmpty();
        imports.run(check);
        assertThat(desk.list("", 0, 10)).isEmpty();
        assertThat(desk.count("")).isZero();

        desk.discard(file);
        oldChecks.remove(() -> false);
        files.deleteUnusedBefore(clock.instant().minus(Duration.ofDays(1)));
        assertThat(Stream.of("import_run", "import_file", "import_chunk", "import_issue", "import_checked_member")
                        .map(imports::count))
                .containsOnly(0L);
    }

    @Test
    void aCheckThatNobodyWantsStops() {
        ImportFileId file = imports.store("Name,Email\nBo,bo@example.com\n");
        ImportId check = desk.check(file, INVITING, List.of());
        desk.forget(check);
        assertThat(imports.run(check).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(imports.count("import_chunk")).isZero();
    }

    @Test
    void whoDiscardsAFileDoesNotWaitForTheChecksOfOthers() {
        ImportFileId theirs = imports.store("Name,Email\nBo,bo@example.com\n");
        desk.forget(imports.run(desk.check(theirs, INVITING, List.of())).id());
        ImportFileId mine = imports.store("Name,Email\nBo,bo@example.com\n");
        ImportId check = imports.run(desk.check(mine, INVITING, List.of())).id();

        desk.discard(mine);

        assertThat(desk.find(check)).map(ImportSnapshot::state).contains(ImportState.CANCELLED);
        assertThat(imports.count("import_chunk")).isEqualTo(2);
    }

    @Test
    void aCheckThatIsRemovedWhileItRunsEnds() {
        ImportFileId file = imports.store("Name,Email\nBo,bo@example.com\nCy,cy@example.com\n");
        ImportId check = desk.check(file, INVITING, List.of());
        var chunks = new AtomicInteger();

        RunImport.Ending ending = imports.inChunksOf(1).run(check, () -> {
            if (chunks.getAndIncrement() == 1) {
                desk.discard(file);
                oldChecks.remove(() -> false);
            }
            return false;
        });

        assertThat(ending).isEqualTo(RunImport.Ending.DONE);
        assertThat(imports.count("import_run")).isZero();
    }

    @Test
    void aCheckThatCannotBeRemovedDoesNotKeepTheOthers(@Autowired JdbcClient jdbc) {
        ImportFileId file = imports.store("Name,Email\nBo,x\n");
        ImportId stays = imports.run(desk.check(file, INVITING, List.of())).id();
        ImportId goes = imports.run(desk.check(file, INVITING, List.of())).id();
        jdbc.sql("""
                        INSERT INTO import_correction (import_id, line, cells, ready, corrected_by, corrected_at)
                        SELECT r.import_id, r.line, r.cells, FALSE, a.id, a.created_at
                        FROM import_rejected_row r, account a WHERE r.import_id = ?""").param(stays.value()).update();
        desk.discard(file);

        oldChecks.remove(() -> false);

        assertThat(desk.find(stays)).isPresent();
        assertThat(desk.find(goes)).isEmpty();
    }

    @Test
    void ofAnUnfinishedImportItIsKeptForAMonth() {
        ImportFileId file = imports.store("Name,Email\nBo,bo@example.com\n");
        ImportId check = imports.run(desk.check(file, INVITING, List.of())).id();
        ImportId id = desk.start(file, INVITING, check);
        desk.cancel(id);

        clock.advance(Duration.ofDays(29));
        oldChecks.remove(() -> false);
        assertThat(desk.find(check)).isPresent();
        clock.advance(Duration.ofDays(2));
        oldChecks.remove(() -> false);
        assertThat(desk.find(check)).isEmpty();
        assertThat(imports.count("import_chunk")).isZero();

        desk.resume(id);
        assertThat(imports.run(id).created()).isEqualTo(1);
    }

    @Test
    void itsStatementsDoNotDependOnItsRows() {
        assertThat(statements(5_000)).isEqualTo(statements(50));
    }

    private int statements(int rows) {
        var known = new StringBuilder("Name,Email\n");
        var csv = new StringBuilder("Name,Email,Title\n");
        for (int i = 0; i < rows; i++) {
            known.append(i % 3 == 0 ? "K,s%d-%d@example.com\n".formatted(rows, i) : "");
            csv.append(
                    "N,s%d-%d@example.com,%s\n".formatted(rows, i % (rows - 3), i % 25 == 0 ? "x".repeat(300) : "T"));
        }
        imports.run(known.toString());
        ImportFileId file = imports.store(csv.toString());
        desk.inspect(file);
        ImportId check = desk.check(file, INVITING, List.of());
        return StatementCount.during(() -> imports.run(check, imports.inChunksOf(rows)))
                .size();
    }

    private static List<Long> counts(ImportSnapshot of) {
        return List.of(
                of.created(),
                of.updated(),
                of.unchanged(),
                of.rejected(),
                of.warnings(),
                of.alreadyTaken(),
                of.invitationsQueued());
    }
}
