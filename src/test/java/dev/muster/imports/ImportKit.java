package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.common.Catalogue;
import dev.muster.members.FieldType;
import dev.muster.members.FieldValues;
import dev.muster.members.GroupDesk;
import dev.muster.members.GroupId;
import dev.muster.members.MemberKind;
import dev.muster.members.ProfileFieldDesk;
import dev.muster.security.HubSecret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Imports files in tests, as an admin and the scheduler would together. Act as a user first. */
class ImportKit {

    static final ImportSettings AS_ADVOCATES = new ImportSettings(MemberKind.ADVOCATE, false, List.of());

    private final ApplicationContext application;
    private final ImportDesk desk;
    private final ImportResults results;
    private final RunImport runImport;
    private final JdbcClient jdbc;
    private final ProfileFieldDesk fields;
    private final HubSecret secret;

    ImportKit(ApplicationContext application) {
        this.application = application;
        this.desk = application.getBean(ImportDesk.class);
        this.results = application.getBean(ImportResults.class);
        this.runImport = application.getBean(RunImport.class);
        this.jdbc = application.getBean(JdbcClient.class);
        this.fields = application.getBean(ProfileFieldDesk.class);
        this.secret = application.getBean(HubSecret.class);
    }

    /** Returns a store of files with these limits. */
    FilesInDatabase filesWithin(ImportLimits limits, DiskRoom room) {
        return new FilesInDatabase(
                jdbc,
                application.getBean(JdbcTemplate.class),
                application.getBean(PlatformTransactionManager.class),
                application.getBean(Clock.class),
                limits,
                room);
    }

    ImportDesk desk() {
        return desk;
    }

    ImportFileId store(String csv) {
        return store(csv.getBytes(StandardCharsets.UTF_8));
    }

    ImportFileId store(byte[] content) {
        return store("customers.csv", content);
    }

    ImportFileId store(String fileName, byte[] content) {
        return desk.store(fileName, new ByteArrayInputStream(content));
    }

    FileInspection inspect(String csv) {
        return desk.inspect(store(csv));
    }

    FileProblem problemOf(byte[] content) {
        return switch (desk.inspect(store(content))) {
            case FileInspection.Unusable unusable -> unusable.problem();
            case FileInspection.Usable usable ->
                application.getBean(ImportColumns.class).problem(usable).orElseThrow();
        };
    }

    FileProblem problemOf(String csv) {
        return problemOf(csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Imports the rows as advocates, without inviting them, and returns how it ended. */
    ImportSnapshot run(String csv) {
        return run(csv, AS_ADVOCATES);
    }

    ImportSnapshot run(String csv, ImportSettings settings) {
        return run(desk.start(store(csv), settings));
    }

    ImportSnapshot run(ImportId id) {
        return run(id, runImport);
    }

    ImportSnapshot run(ImportId id, RunImport job) {
        assertThat(job.run(id, () -> false)).isEqualTo(RunImport.Ending.DONE);
        return desk.find(id).orElseThrow();
    }

    /** Returns every message about the rows: {@code line outcome: severity column: message}. */
    List<String> messages(ImportSnapshot of) {
        return rows(of).stream()
                .flatMap(row -> row.issues().stream()
                        .map(issue -> "%d %s: %s %s: %s"
                                .formatted(
                                        row.line(), row.outcome(), issue.severity(), issue.column(), issue.message())))
                .toList();
    }

    List<ImportedRow> rows(ImportSnapshot of) {
        return results.rows(of.id(), RowFilter.ALL, 0, Integer.MAX_VALUE);
    }

    String resultFile(ImportSnapshot of) {
        var out = new ByteArrayOutputStream();
        results.writeResult(of.id(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    String errorFile(ImportSnapshot of) {
        var out = new ByteArrayOutputStream();
        results.writeErrors(of.id(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    GroupId group(String name) {
        long id = jdbc.sql("SELECT NEXT VALUE FOR member_group_seq")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        INSERT INTO member_group (id, version, name, name_key, joined_by_default, created_at)
                        VALUES (?, 0, ?, ?, FALSE, '2026-11-01 00:00:00')""").params(id, name, name.toLowerCase(Locale.ROOT)).update();
        return new GroupId(id);
    }

    /** Has every new member join {@code group}. */
    void byDefault(GroupId group) {
        jdbc.sql("UPDATE member_group SET joined_by_default = TRUE WHERE id = ?")
                .param(group.value())
                .update();
    }

    /** Returns the groups that wait for a member to join, by name. */
    List<String> pendingGroups(String email) {
        return jdbc.sql("""
                        SELECT g.name FROM membership ms JOIN member_group g ON g.id = ms.group_id
                        JOIN member m ON m.id = ms.member_id
                        WHERE m.email_key = ? AND ms.effective_at IS NULL ORDER BY g.name""")
                .param(email)
                .query((row, _) -> row.getString("name"))
                .list();
    }

    /** Returns one column of one member, as text. */
    String member(String email, String column) {
        return jdbc.sql("SELECT " + column + " FROM member WHERE email_key = ?")
                .param(email)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    void changeMember(String email, String assignment) {
        jdbc.sql("UPDATE member SET version = version + 1, " + assignment + " WHERE email_key = ?")
                .param(email)
                .update();
    }

    long count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }

    /** Defines a custom profile field. */
    void field(String name, FieldType type, boolean addsUnknownChoices, String... choices) {
        long id = jdbc.sql("SELECT NEXT VALUE FOR profile_field_seq")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        INSERT INTO profile_field
                            (id, version, name, name_key, type, position, shown_to_member, adds_unknown_choices)
                        VALUES (?, 0, ?, ?, ?, ?, FALSE, ?)""")
                .params(id, name, name.toLowerCase(Locale.ROOT), type.name(), id, addsUnknownChoices)
                .update();
        for (int i = 0; i < choices.length; i++) {
            jdbc.sql("INSERT INTO profile_field_choice (field_id, position, choice) VALUES (?, ?, ?)")
                    .params(id, i, choices[i])
                    .update();
        }
    }

    List<String> choices(String field) {
        return fields.definitions().stream()
                .filter(definition -> definition.name().equals(field))
                .findFirst()
                .orElseThrow()
                .choices();
    }

    /** Returns the values of a member's custom profile fields: {@code field=[values]}. */
    List<String> values(String email) {
        var values = FieldValues.ofDocument(member(email, "field_values"));
        return fields.definitions().stream()
                .filter(definition -> !values.of(definition.id()).isEmpty())
                .map(definition -> definition.name() + '=' + values.of(definition.id()))
                .toList();
    }

    /** Returns what imports changed about a member: {@code line N: document}. */
    List<String> history(String email) {
        return jdbc.sql("""
                        SELECT CONCAT('line ', import_line, ': ', changes) FROM member_change
                        WHERE member_id = (SELECT id FROM member WHERE email_key = ?) ORDER BY id""").param(email).query((row, _) -> row.getString(1)).list();
    }

    /** Returns the groups of a member: {@code name} or {@code name pending}. */
    List<String> groups(String email) {
        return jdbc.sql("""
                        SELECT CONCAT(g.name, CASE WHEN m.effective_at IS NULL THEN ' pending' ELSE '' END)
                        FROM membership m JOIN member_group g ON g.id = m.group_id
                        WHERE m.member_id = (SELECT id FROM member WHERE email_key = ?) ORDER BY g.name""").param(email).query((row, _) -> row.getString(1)).list();
    }

    /** Takes a member out of all groups, as somebody else would. */
    void leaveGroups(String email) {
        jdbc.sql("DELETE FROM membership WHERE member_id = (SELECT id FROM member WHERE email_key = ?)")
                .param(email)
                .update();
    }

    /** Returns the addresses that invitations are queued for. */
    List<String> invited() {
        return jdbc.sql("""
                        SELECT m.email_key FROM invitation i JOIN member m ON m.id = i.member_id
                        WHERE i.state = 'QUEUED' ORDER BY m.email_key""").query((row, _) -> row.getString(1)).list();
    }

    /** Has somebody with this address deleted long ago. */
    void bury(String email) {
        jdbc.sql("INSERT INTO tombstone (address_hash, member_id, deleted_at) VALUES (?, 0, '2026-11-01 00:00:00')")
                .param(secret.hmacSha256Hex("tombstone", email))
                .update();
    }

    void deleteGroup(GroupId group) {
        jdbc.sql("DELETE FROM member_group WHERE id = ?").param(group.value()).update();
    }

    /** Returns the names of the jobs that wait for the scheduler. */
    List<String> jobs() {
        return jdbc.sql("SELECT task_instance FROM scheduled_tasks WHERE task_name = 'import' ORDER BY task_instance")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Returns the job with chunks of another size, one after the other. */
    RunImport inChunksOf(int rows) {
        return inChunksOf(rows, 1);
    }

    /** Returns the job with chunks of another size, so many of them side by side. */
    RunImport inChunksOf(int rows, int writers) {
        ImportOpening opening = opening(rows, writers);
        return new RunImport(
                application.getBean(ImportRuns.class),
                application.getBean(ImportEnds.class),
                opening,
                application.getBean(WriteChunk.class),
                application.getBean(CheckChunk.class),
                application.getBean(FinishImport.class),
                application,
                application.getBean(Catalogue.class));
    }

    /** Opens an import with chunks of another size, so many of them side by side, for whoever writes them. */
    ImportSession open(ImportId id, int rows, int writers) throws IOException {
        return opening(rows, writers)
                .open(application.getBean(ImportRuns.class).begin(id).orElseThrow());
    }

    private ImportOpening opening(int rows, int writers) {
        var limits = new ImportLimits(1 << 30, 2_000_000, rows, rows, writers, 5 << 20);
        return new ImportOpening(
                application.getBean(FileStore.class),
                application.getBean(RecentAddresses.class),
                application.getBean(FileInspector.class),
                fields,
                application.getBean(GroupDesk.class),
                application.getBean(ImportRuns.class),
                application.getBean(ImportOrders.class),
                application.getBean(ChunkRows.class),
                application.getBean(ChosenGroups.class),
                limits);
    }

    ImportFileId fileOf(ImportId id) {
        return application.getBean(ImportOrders.class).file(id);
    }
}
