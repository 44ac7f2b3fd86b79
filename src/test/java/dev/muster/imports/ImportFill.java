package dev.muster.imports;

import dev.muster.imports.CheckResults.NewMember;
import dev.muster.imports.ChunkOutcomes.RowOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes imports that never ran, as large as they have to be, by a few statements: one of the members that are there with a
 * few faulty rows, whose undo kept every second of its members, one of which every row is faulty and a few were put right,
 * and a check. Their rows stand on the lines after the header.
 */
public final class ImportFill {

    public static final long ORDINARY = 2001;
    public static final long FAULTY = 2002;
    public static final long CHECK = 2003;
    public static final long UNDO = 2004;

    /** One row in so many is rejected, and twice as many are warned about. */
    private static final int REJECTED = 50;

    private static final int SELDOM = 5_000;
    private static final int CHUNK = 5_000;
    private static final long FILE = 2000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final boolean isMariaDb;
    private final int rows;

    private interface What {
        Outcome of(int number);
    }

    /** A message that one row in {@code every} has, those whose number leaves {@code rest}. */
    private record Said(Issue.Kind kind, int every, int rest) {

        int among(List<RowOutcome> rows) {
            return (int) rows.stream()
                    .filter(row -> (row.line() - 1) % every == rest)
                    .count();
        }
    }

    /** Takes an application's database with members of the ids from 1 to {@code rows}. */
    public ImportFill(JdbcTemplate template, boolean isMariaDb, int rows) {
        this.jdbc = JdbcClient.create(template);
        this.template = template;
        this.isMariaDb = isMariaDb;
        this.rows = rows;
    }

    public void run() {
        addFile();
        addRun(
                ORDINARY,
                "IMPORT",
                number -> number % REJECTED == 0 ? Outcome.REJECTED : Outcome.CREATED,
                List.of(
                        new Said(Issue.Kind.EMAIL_INVALID, REJECTED, 0),
                        new Said(Issue.Kind.VALUE_BLANK, REJECTED / 2, 1),
                        new Said(Issue.Kind.TOO_LONG, SELDOM, REJECTED)));
        addRejected(ORDINARY, REJECTED);
        addRun(
                FAULTY,
                "IMPORT",
                _ -> Outcome.REJECTED,
                List.of(new Said(Issue.Kind.EMAIL_INVALID, 2, 0), new Said(Issue.Kind.NAME_BLANK, 2, 1)));
        addRejected(FAULTY, 1);
        addRun(CHECK, "CHECK", number -> number % 2 == 0 ? Outcome.CREATED : Outcome.UPDATED, List.of());
        addChecked();
        addUndo();
        addCorrections();
        if (isMariaDb) {
            jdbc.sql(
                            "ANALYZE TABLE import_issue, import_rejected_row, import_chunk, import_checked_change, import_undo_kept")
                    .query()
                    .listOfRows();
        }
    }

    private String numbers() {
        return isMariaDb
                ? "(SELECT seq AS n FROM seq_1_to_%d) s".formatted(rows)
                : "(SELECT x AS n FROM SYSTEM_RANGE(1, %d)) s".formatted(rows);
    }

    private void addFile() {
        jdbc.sql("""
            INSERT INTO import_file (id, file_name, bytes, sha256, pieces, uploaded_at, uploaded_by)
            SELECT %d, 'contacts.csv', 19, 'none', 1, TIMESTAMP '2026-01-01 00:00:00', MIN(id) FROM account\
            """.formatted(FILE)).update();
        jdbc.sql("INSERT INTO import_file_piece (file_id, piece, content) VALUES (?, 0, ?)")
                .params(FILE, "Name,Email,Company\n".getBytes(StandardCharsets.UTF_8))
                .update();
    }

    private void addRun(long run, String purpose, What what, List<Said> said) {
        addRun(run, purpose, "COMPLETED");
        for (int chunk = 0; chunk * CHUNK < rows; chunk++) {
            addChunk(run, chunk, what, said);
        }
        said.forEach(one -> addIssues(run, one));
    }

    private void addRun(long run, String purpose, String state) {
        jdbc.sql("""
            INSERT INTO import_run (id, version, file_id, file_name, bytes, state, member_kind, invite, settings,
                started_by, created_at, finished_at, fence, processed, created, updated, unchanged, rejected, warnings,
                already_taken, invitations_queued, bytes_read, last_chunk, last_line, working_millis, purpose)
            SELECT %d, 0, %d, 'contacts.csv', 1, '%s', 'ADVOCATE', FALSE, '{"groups":[]}', MIN(id),
                TIMESTAMP '2026-01-01 00:00:00', TIMESTAMP '2026-01-01 01:00:00', 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, %d, 1,
                1, '%s'
            FROM account\
            """.formatted(run, FILE, state, (rows + CHUNK - 1) / CHUNK, purpose))
                .update();
    }

    private void addChunk(long run, int chunk, What what, List<Said> said) {
        var outcomes = new ArrayList<RowOutcome>();
        for (int n = chunk * CHUNK + 1; n <= Math.min(rows, (chunk + 1) * CHUNK); n++) {
            Outcome outcome = what.of(n);
            outcomes.add(new RowOutcome(n + 1L, outcome, outcome == Outcome.REJECTED ? 0 : n));
        }
        template.update(
                """
                INSERT INTO import_chunk (import_id, chunk, first_line, last_line, row_count, created, updated,
                    unchanged, rejected, outcomes, messages, issues)
                VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)""",
                run,
                chunk + 1,
                outcomes.getFirst().line(),
                outcomes.getLast().line(),
                outcomes.size(),
                count(outcomes, Outcome.CREATED),
                count(outcomes, Outcome.UPDATED),
                count(outcomes, Outcome.REJECTED),
                ChunkOutcomes.encode(outcomes),
                new MessageCounts(said.stream()
                                .filter(one -> one.among(outcomes) > 0)
                                .collect(Collectors.toMap(one -> one.kind().messageKey(), one -> one.among(outcomes))))
                        .toDocument(),
                said.stream().mapToInt(one -> one.among(outcomes)).sum());
    }

    private static long count(List<RowOutcome> outcomes, Outcome wanted) {
        return outcomes.stream().filter(row -> row.outcome() == wanted).count();
    }

    private void addIssues(long run, Said said) {
        Issue.Kind kind = said.kind();
        jdbc.sql("""
            INSERT INTO import_issue (import_id, line, seq, severity, message_key, column_name, cell)
            SELECT %d, n + 1, %d, '%s', '%s', 'Email', CONCAT('person.', n, '@@firm') FROM %s WHERE MOD(n, %d) = %d\
            """.formatted(
                        run, said.every(), kind.severity(), kind.messageKey(), numbers(), said.every(), said.rest()))
                .update();
    }

    private void addRejected(long run, int every) {
        jdbc.sql("""
            INSERT INTO import_rejected_row (import_id, line, cells)
            SELECT %d, n + 1, CONCAT('["Ann Lindqvist ', n, '","person.', n, '@@firm","Acme Works"]') FROM %s
            WHERE MOD(n, %d) = 0\
            """.formatted(run, numbers(), every)).update();
    }

    private void addChecked() {
        for (int chunk = 0; chunk * CHUNK < rows; chunk++) {
            List<NewMember> newcomers = jdbc.sql("""
                            SELECT id, name, email, COALESCE(company, '') AS company FROM member
                            WHERE id > ? AND id <= ? AND MOD(id, 2) = 0 ORDER BY id""")
                    .params(chunk * CHUNK, (chunk + 1) * CHUNK)
                    .query((row, _) ->
                            new NewMember(row.getLong(1) + 1, row.getString(2), row.getString(3), row.getString(4)))
                    .list();
            jdbc.sql("UPDATE import_chunk SET newcomers = ? WHERE import_id = ? AND chunk = ?")
                    .params(Newcomers.encode(newcomers), CHECK, chunk + 1)
                    .update();
        }
        jdbc.sql("""
            INSERT INTO import_checked_change (import_id, line, member_id, email, name, changes)
            SELECT %d, id + 1, id, email, name, '[]' FROM member WHERE MOD(id, 2) = 1\
            """.formatted(CHECK)).update();
    }

    /** Of those who stay, one in a hundred has gone since and has left a name. */
    private void addUndo() {
        addRun(UNDO, "UNDO", "COMPLETED");
        jdbc.sql("""
            INSERT INTO import_undo (run_id, import_id, members, restored, memberships, invitations, kept)
            VALUES (?, ?, 0, 0, 0, 0, ?)""").params(UNDO, ORDINARY, rows / 2).update();
        jdbc.sql("""
            INSERT INTO import_undo_kept (run_id, line, member_id, subject, reason, name, email)
            SELECT %d, n + 1, CASE WHEN MOD(n, 100) = 2 THEN n + 100000000 ELSE n END, 'MEMBER',
                CASE WHEN MOD(n, 8) = 0 THEN 'JOINED' ELSE 'EDITED' END,
                CASE WHEN MOD(n, 100) = 2 THEN 'Ann Lindaqvist' END,
                CASE WHEN MOD(n, 100) = 2 THEN CONCAT('gone.', n, '@firm.example') END
            FROM %s WHERE MOD(n, 2) = 0\
            """.formatted(UNDO, numbers())).update();
        for (int chunk = 0; chunk * CHUNK < rows; chunk++) {
            int before = chunk * CHUNK;
            int last = Math.min(rows, before + CHUNK);
            int joined = last / 8 - before / 8;
            template.update(
                    "INSERT INTO import_undo_chunk (run_id, chunk, kept) VALUES (?, ?, ?)",
                    UNDO,
                    chunk + 1,
                    new KeptCounts(Map.of(KeptReason.JOINED, joined, KeptReason.EDITED, last / 2 - before / 2 - joined))
                            .toDocument());
        }
    }

    /** One row in a thousand was put right, and every second of those is imported. */
    private void addCorrections() {
        jdbc.sql("""
            INSERT INTO import_correction (import_id, line, cells, ready, imported_in, corrected_by, corrected_at)
            SELECT %d, n + 1, CONCAT('["Ann Lindqvist ', n, '","person.', n, '@firm.example","Acme Works"]'), TRUE,
                CASE WHEN MOD(n, 2000) = 0 THEN %d END, (SELECT MIN(id) FROM account), TIMESTAMP '2026-01-02 00:00:00'
            FROM %s WHERE MOD(n, 1000) = 0\
            """.formatted(FAULTY, ORDINARY, numbers())).update();
    }
}
