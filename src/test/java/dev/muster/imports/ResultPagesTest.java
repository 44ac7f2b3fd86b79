package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.FieldType;
import dev.muster.members.StandardField;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.StatementCount;
import dev.muster.testing.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Pages of long results cost no more than pages of short ones, and leave nothing out. */
@ServiceTest
class ResultPagesTest {

    private static final int CHUNK = 10;
    private static final int ROWS = 100;
    private static final String DUPLICATE = "imports.issue.duplicate";
    private static final String INVALID = "imports.issue.email-invalid";

    @Autowired
    Users users;

    @Autowired
    ImportResults results;

    @Autowired
    CheckResults checks;

    @Autowired
    CorrectionDesk corrections;

    @Autowired
    RowsToFix toFix;

    @Autowired
    UndoResults kept;

    @Autowired
    ApplicationContext application;

    ImportKit imports;

    @BeforeEach
    void actAsManager() {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    /** Of ten rows, one is rejected and one is about the member of the row before. */
    private static String contacts() {
        return IntStream.range(0, ROWS)
                .mapToObj(n -> switch (n % 10) {
                    case 3 -> "Ann %d,ann@@%d.example,Acme".formatted(n, n);
                    case 7 -> "Ann %d,ann@%d.example,Acme".formatted(n - 1, n - 1);
                    default -> "Ann %d,ann@%d.example,Acme".formatted(n, n);
                })
                .collect(Collectors.joining("\n", "Name,Email,Company\n", "\n"));
    }

    private ImportSnapshot run(String csv) {
        return imports.run(imports.desk().start(imports.store(csv), ImportKit.AS_ADVOCATES), imports.inChunksOf(CHUNK));
    }

    @Test
    void pagesOfEachListTogetherHaveAllOfItsRows() {
        ImportSnapshot done = run(contacts());

        for (Outcome outcome : new @Nullable Outcome[] {null, Outcome.CREATED, Outcome.UNCHANGED, Outcome.REJECTED}) {
            for (String message : new @Nullable String[] {null, DUPLICATE, INVALID}) {
                for (String search : List.of("", "ann", "8.example", "nobody", "5")) {
                    var filter = new RowFilter(outcome, message, search);
                    List<Long> whole = lines(done, filter, 0, ROWS);
                    var pieces = new ArrayList<Long>();
                    for (int offset = 0; offset < ROWS; offset += 7) {
                        pieces.addAll(lines(done, filter, offset, 7));
                    }
                    assertThat(pieces).as("%s", filter).isEqualTo(whole).isSorted();
                    assertThat(results.count(done.id(), filter))
                            .as("%s", filter)
                            .isEqualTo(whole.size());
                }
            }
        }
        assertThat(lines(done, new RowFilter(null, DUPLICATE, ""), 3, 2)).containsExactly(39L, 49L);
        assertThat(lines(done, new RowFilter(Outcome.UNCHANGED, DUPLICATE, "ann 2"), 0, 9))
                .containsExactly(29L);
    }

    @Test
    void aPageOfOneMessageReadsOneChunk() {
        ImportSnapshot done = run(contacts());
        var filter = new RowFilter(null, DUPLICATE, "");

        List<String> sent = StatementCount.during(
                () -> assertThat(lines(done, filter, 8, 1)).containsExactly(89L));

        assertThat(sent)
                .filteredOn(sql -> sql.contains("import_issue"))
                .hasSize(2)
                .allMatch(sql -> sql.contains("line BETWEEN") || sql.contains("line IN (89)"));
        assertThat(sent).filteredOn(sql -> sql.contains("outcomes")).hasSize(1);
    }

    @Test
    void whatWasCountedOnceIsNotCountedAgain() {
        ImportSnapshot done = run(contacts());
        var filter = new RowFilter(Outcome.CREATED, null, "ann 4");
        results.count(done.id(), filter);

        List<String> sent = StatementCount.during(() -> {
            assertThat(results.count(done.id(), filter)).isEqualTo(9);
            assertThat(lines(done, filter, 8, 5)).containsExactly(51L);
        });

        assertThat(sent).filteredOn(sql -> sql.contains("import_rejected_row")).hasSize(1);
    }

    @Test
    void whatIsSearchedForMeansItself() {
        List<String> names = List.of(
                "100% sure",
                "100_ sure",
                "C:\\temp",
                "say \"Bo\"",
                "(a.b)*c",
                "[x]+$",
                "\uD83D\uDE00 Bo",
                "\u0130stanbul",
                "\u00C4NNE",
                "wow!");
        ImportSnapshot done = run(names.stream()
                .map(name -> "\"%s\",@@.example,Acme".formatted(name.replace("\"", "\"\"")))
                .collect(Collectors.joining("\n", "Name,Email,Company\n", "\n")));

        for (int n = 0; n < names.size(); n++) {
            var filter = new RowFilter(null, null, names.get(n));
            assertThat(lines(done, filter, 0, ROWS)).as("%s", filter).containsExactly(n + 2L);
            assertThat(toFix.rows(done.id(), filter, 0, ROWS))
                    .as("%s", filter)
                    .extracting(FixableRow::line)
                    .containsExactly(n + 2L);
        }
        assertThat(lines(done, new RowFilter(null, null, "\u00E4nne"), 0, ROWS)).containsExactly(10L);
        assertThat(lines(done, new RowFilter(null, null, "temp\",\"@@"), 0, ROWS))
                .isEmpty();
    }

    @Test
    void aSearchLeavesNobodyOut() {
        int many = 10_100;
        String csv = IntStream.range(0, many)
                .mapToObj(n -> "Crowd %d,c%d@crowd.example\nCrowd %d,c%d@@crowd.example\n".formatted(n, n, n, n))
                .collect(Collectors.joining("", "Name,Email\n", ""));

        ImportSnapshot done = imports.run(csv);

        assertThat(results.count(done.id(), new RowFilter(Outcome.CREATED, null, "crowd")))
                .isEqualTo(many);
        assertThat(results.count(done.id(), new RowFilter(Outcome.REJECTED, null, "crowd")))
                .isEqualTo(many);
        assertThat(lines(done, new RowFilter(null, null, "crowd"), 2 * many - 2, 5))
                .containsExactly(2L * many, 2L * many + 1);
    }

    @Test
    void pagesOfACheckReadOneChunk() {
        run("Name,Email\nAnn 1,ann@1.example\nAnn 91,ann@91.example\n");
        ImportSnapshot check = imports.run(
                imports.desk().check(imports.store(contacts()), ImportKit.AS_ADVOCATES, List.of()),
                imports.inChunksOf(CHUNK));

        assertThat(checks.countCreated(check.id(), "")).isEqualTo(78);
        assertThat(checks.countUpdated(check.id(), "")).isEqualTo(2);
        List<String> sent = StatementCount.during(() -> {
            assertThat(checks.created(check.id(), "", 77, 5))
                    .extracting(CheckResults.NewMember::line)
                    .containsExactly(101L);
            assertThat(checks.updated(check.id(), "", 1, 5))
                    .extracting(CheckResults.MemberUpdate::line)
                    .containsExactly(93L);
        });

        assertThat(sent).filteredOn(sql -> sql.contains("newcomers")).hasSize(1);
        assertThat(sent).filteredOn(sql -> sql.contains("import_checked_")).hasSize(1);
        assertThat(checks.created(check.id(), "ann 2", 0, 20))
                .extracting(CheckResults.NewMember::line)
                .containsExactly(4L, 22L, 23L, 24L, 26L, 27L, 28L, 30L, 31L);
        assertThat(checks.countCreated(check.id(), "ann 2")).isEqualTo(9);
    }

    @Test
    void pagesOfRowsToBePutRightReadOneChunk() {
        ImportSnapshot done = run(contacts());
        var invalid = new RowFilter(Outcome.REJECTED, INVALID, "");
        corrections.correct(done.id(), 15, List.of("Ann 13", "ann@13.example", "Acme"));
        imports.run(corrections.importReady(done.id()).orElseThrow());

        for (RowFilter filter : List.of(RowFilter.ALL, invalid, new RowFilter(null, null, "@@"))) {
            assertThat(toFix.count(done.id(), filter)).as("%s", filter).isEqualTo(9);
            assertThat(toFix.rows(done.id(), filter, 0, 3))
                    .as("%s", filter)
                    .extracting(FixableRow::line)
                    .containsExactly(5L, 25L, 35L);
        }
        List<String> sent = StatementCount.during(() -> assertThat(toFix.rows(done.id(), invalid, 8, 3))
                .extracting(FixableRow::line)
                .containsExactly(95L));

        assertThat(sent)
                .filteredOn(sql -> sql.contains("FROM import_rejected_row"))
                .singleElement()
                .asString()
                .contains("r.line BETWEEN");
    }

    @Test
    void pagesOfMessagesTogetherHaveAllOfThem() {
        ImportSnapshot done = run(contacts());

        assertThat(results.countIssues(done.id())).isEqualTo(20);
        assertThat(results.issues(done.id(), 17, 10))
                .extracting(ImportedIssue::line)
                .containsExactly(89L, 95L, 99L);
    }

    @Test
    void howManyMessagesThereAreIsNotCountedAgain() {
        String tooLong = "x".repeat(300);
        ImportSnapshot done =
                run(contacts().replace("Ann 5,ann@5.example,Acme", "%s,ann@5.example,%s".formatted(tooLong, tooLong)));

        List<String> sent = StatementCount.during(
                () -> assertThat(results.countIssues(done.id())).isEqualTo(22));

        assertThat(sent).singleElement().asString().contains("import_chunk");
    }

    @Test
    void howMuchAnUndoKeptIsNotCountedAgain() {
        var undo = new UndoKit(application);
        ImportSnapshot done = run(contacts());
        for (int n : List.of(0, 50, 59, 98)) {
            undo.edit("ann@%d.example".formatted(n), StandardField.TITLE, "Dr.");
        }
        ImportUndo taken = undo.undo(done.id());

        List<String> sent = StatementCount.during(() -> {
            assertThat(undo.counts(taken)).isEqualTo(Map.of(KeptReason.EDITED, 4L));
            assertThat(kept.count(taken.run(), KeptFilter.ALL)).isEqualTo(4);
            assertThat(kept.count(taken.run(), new KeptFilter(KeptReason.JOINED, "")))
                    .isZero();
        });

        assertThat(sent).hasSize(6).noneMatch(sql -> sql.contains("import_undo_kept"));
        assertThat(kept.kept(taken.run(), KeptFilter.ALL, 1, 2))
                .extracting(KeptItem::line)
                .containsExactly(52L, 61L);
        assertThat(kept.kept(taken.run(), new KeptFilter(KeptReason.EDITED, "ann@5"), 1, 2))
                .extracting(KeptItem::line)
                .containsExactly(61L);
        assertThat(kept.count(taken.run(), new KeptFilter(KeptReason.EDITED, "ann@5")))
                .isEqualTo(2);
        assertThat(kept.count(taken.run(), new KeptFilter(null, "acme"))).isEqualTo(4);
    }

    @Test
    void aWideFileIsWrittenInShorterChunks() {
        int columns = 200;
        int rows = 1_000;
        IntStream.range(0, columns).forEach(n -> imports.field("Column %d".formatted(n), FieldType.TEXT, false));
        String cells =
                IntStream.range(0, columns).mapToObj("Value %d"::formatted).collect(Collectors.joining(","));
        String csv = IntStream.range(0, rows)
                .mapToObj(n -> "Ann,ann@%d.example,%s\n".formatted(n, cells))
                .collect(Collectors.joining(
                        "",
                        IntStream.range(0, columns)
                                .mapToObj("Column %d"::formatted)
                                .collect(Collectors.joining(",", "Name,Email,", "\n")),
                        ""));

        ImportSnapshot done = imports.run(
                imports.desk().start(imports.store(csv), ImportKit.AS_ADVOCATES), imports.inChunksOf(5_000));

        assertThat(done.processed()).isEqualTo(rows);
        assertThat(imports.count("import_chunk WHERE row_count > 700")).isZero();
        assertThat(imports.count("import_chunk")).isEqualTo(2);
    }

    private List<Long> lines(ImportSnapshot done, RowFilter filter, int offset, int limit) {
        return results.rows(done.id(), filter, offset, limit).stream()
                .map(ImportedRow::line)
                .toList();
    }
}
