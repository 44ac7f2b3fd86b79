package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.members.GroupId;
import dev.muster.members.MemberKind;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that nobody foresaw, which fail whoever touches them: the import does without them. */
@ServiceTest
class UnprocessableRowsTest {

    private static final int ROWS = 40;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ImportRuns runs;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @AfterEach
    void takeNoMoreOffence() {
        jdbc.sql("ALTER TABLE member DROP CONSTRAINT IF EXISTS poison").update();
    }

    @Test
    void aRowThatTheDatabaseDoesNotTakeIsRejectedAndTheOthersAreWritten() {
        jdbc.sql("ALTER TABLE member ADD CONSTRAINT poison CHECK (email_key NOT IN"
                        + " ('p7@example.com', 'p8@example.com', 'p31@example.com'))")
                .update();
        ImportId id = imports.desk().start(imports.store(file()), ImportKit.AS_ADVOCATES);

        ImportSnapshot done = imports.run(id, imports.inChunksOf(16, 2));

        assertThat(done.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(done.processed()).isEqualTo(ROWS);
        assertThat(done.created()).isEqualTo(ROWS - 3);
        assertThat(imports.count("member")).isEqualTo(ROWS - 3);
        assertThat(imports.rows(done))
                .extracting(ImportedRow::line)
                .doesNotHaveDuplicates()
                .hasSize(ROWS);
        assertThat(imports.messages(done))
                .containsExactly(
                        "9 REJECTED: ERROR null: Row could not be processed",
                        "10 REJECTED: ERROR null: Row could not be processed",
                        "33 REJECTED: ERROR null: Row could not be processed");
        assertThat(imports.errorFile(done)).contains("P7,p7@example.com,Row could not be processed\r\n");
        assertThat(imports.count("mail")).isEqualTo(1);
    }

    @Test
    void rowsAboutSomebodyOfAChunkWithSuchARowSeeAllThatItsOthersDo() {
        jdbc.sql("ALTER TABLE member ADD CONSTRAINT poison CHECK (email_key NOT IN"
                        + " ('p7@example.com', 'p9@example.com', 'p31@example.com'))")
                .update();
        String file = IntStream.range(0, ROWS)
                .mapToObj(row ->
                        row % 2 == 0 ? "Z,zoe@example.com,%d".formatted(row) : "P,p%d@example.com,".formatted(row))
                .collect(Collectors.joining("\n", "Name,Email,Position\n", "\n"));
        ImportId id = imports.desk().start(imports.store(file), ImportKit.AS_ADVOCATES);

        ImportSnapshot done = imports.run(id, imports.inChunksOf(4, 2));

        assertThat(done.processed()).isEqualTo(ROWS);
        assertThat(done.rejected()).isEqualTo(3);
        List<String> history = imports.history("zoe@example.com");
        assertThat(history).hasSize(ROWS / 2 - 1);
        for (int i = 0; i < history.size(); i++) {
            assertThat(history.get(i)).contains("\"before\":[\"%d\"],\"after\":[\"%d\"]".formatted(2 * i, 2 * i + 2));
        }
    }

    @Test
    void whereNoRowIsTakenNoRowIsToBlame() {
        jdbc.sql("ALTER TABLE member ADD CONSTRAINT poison CHECK (email_key LIKE 'p0@%')")
                .update();
        ImportId id = imports.desk().start(imports.store(file()), ImportKit.AS_ADVOCATES);

        assertThatThrownBy(() -> imports.run(id, imports.inChunksOf(16)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Line 23 cannot be written, and it is not the only one.");

        assertThat(imports.desk().find(id).orElseThrow().rejected()).isEqualTo(20);
    }

    @Test
    void aGroupThatIsDeletedMeanwhileEndsTheImportWithItsName() {
        GroupId group = imports.group("EMEA");
        ImportId id = imports.desk()
                .start(imports.store(file()), new ImportSettings(MemberKind.ADVOCATE, false, List.of(group)));
        var edges = new AtomicInteger();

        imports.inChunksOf(16).run(id, () -> {
            if (edges.getAndIncrement() == 1) {
                jdbc.sql("DELETE FROM membership").update();
                imports.deleteGroup(group);
            }
            return false;
        });

        ImportSnapshot failed = imports.desk().find(id).orElseThrow();
        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.failure())
                .isEqualTo(new FileProblem(
                        "The group EMEA no longer exists.",
                        "Import the file again with the groups that are there now."));
        assertThat(failed.processed()).isEqualTo(16);
        assertThat(failed.rejected()).isZero();
    }

    @Test
    void whereAGroupOfAllNewcomersIsDeletedMeanwhileNobodyIsRejectedForIt() {
        GroupId everyone = imports.group("Everyone");
        imports.byDefault(everyone);
        ImportId id = imports.desk().start(imports.store(file()), ImportKit.AS_ADVOCATES);
        var edges = new AtomicInteger();

        assertThatThrownBy(() -> imports.inChunksOf(16).run(id, () -> {
                    if (edges.getAndIncrement() == 1) {
                        jdbc.sql("DELETE FROM membership").update();
                        imports.deleteGroup(everyone);
                    }
                    return false;
                }))
                .isInstanceOf(RulesOutdatedException.class);
        ImportSnapshot done = imports.run(id, imports.inChunksOf(16));

        assertThat(done.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(done.created()).isEqualTo(ROWS);
        assertThat(done.rejected()).isZero();
    }

    @Test
    void aRowThatKillsEveryProcessIsPutAsideInTheEnd() {
        ImportId id = imports.desk().start(imports.store(file()), ImportKit.AS_ADVOCATES);
        for (int i = 0; i < 6; i++) {
            runs.begin(id); // and dies without a word
        }

        ImportSnapshot done = imports.run(id, imports.inChunksOf(3));

        assertThat(done.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(done.created()).isEqualTo(ROWS - 1);
        assertThat(imports.messages(done)).containsExactly("2 REJECTED: ERROR null: Row could not be processed");
        // That row, the six that may have been in hand, and the others by three.
        assertThat(imports.count("import_chunk")).isEqualTo(1 + 6 + 11);
    }

    @Test
    void anImportWhoseProcessesDiedLessOftenGoesOnAsUsual() {
        ImportId id = imports.desk().start(imports.store(file()), ImportKit.AS_ADVOCATES);
        for (int i = 0; i < 2; i++) {
            runs.begin(id);
        }
        runs.endedWithAWord(id);
        for (int i = 0; i < 2; i++) {
            runs.begin(id);
        }

        ImportSnapshot done = imports.run(id, imports.inChunksOf(20));

        assertThat(done.created()).isEqualTo(ROWS);
        assertThat(imports.count("import_chunk")).isEqualTo(2);
    }

    private static String file() {
        return IntStream.range(0, ROWS)
                .mapToObj("P%1$d,p%1$d@example.com"::formatted)
                .collect(Collectors.joining("\n", "Name,Email\n", "\n"));
    }
}
