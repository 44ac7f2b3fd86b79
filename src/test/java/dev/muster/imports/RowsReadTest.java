package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.MemberKind;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.TestDatabase;
import dev.muster.testing.Users;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * However many others are in the hub, an import and its undo read the rows that they are about. What MariaDB read it says
 * itself; one look through one of the large tables, for one chunk, would be beyond what is allowed here.
 */
@ServiceTest
@EnabledIf("isMariaDb")
class RowsReadTest {

    private static final int OTHERS = 30_000;
    private static final int ROWS = 400;
    private static final int CHUNK = 100;
    private static final long MOST = OTHERS / 2;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    ImportKit imports;
    UndoKit undo;
    boolean thoughtEmpty;

    static boolean isMariaDb() {
        return TestDatabase.isMariaDb();
    }

    @BeforeEach
    void aHubOfManyOthers(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        undo = new UndoKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
        ImportSnapshot others = imports.run(file("p", IntStream.range(0, OTHERS), "Old"), inGroup("Everybody"));
        assertThat(others.created()).isEqualTo(OTHERS);
    }

    @AfterEach
    void countAgain() {
        jdbc.sql("SET GLOBAL innodb_stats_auto_recalc = ON").update();
    }

    /** MariaDB counts rows some time after they came; of a hub that just got many it thinks that there are none. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void dependOnTheImportAlone(boolean isThoughtEmpty) {
        thoughtEmpty = isThoughtEmpty;
        var settings = inGroup("EMEA");
        String file = file("p", IntStream.range(0, ROWS / 2).map(i -> i * 100), "New")
                + file("n", IntStream.range(0, ROWS / 2), "New").lines().skip(1).collect(Collectors.joining("\n"));
        ImportId id = imports.desk().start(imports.store(file), settings);
        RunImport inChunks = imports.inChunksOf(CHUNK);

        assertThat(rowsReadBy(
                        () -> assertThat(imports.run(id, inChunks).updated()).isEqualTo(ROWS / 2)))
                .isLessThan(MOST);
        assertThat(rowsReadBy(() ->
                        assertThat(imports.run(file, settings).unchanged()).isEqualTo(ROWS)))
                .isLessThan(MOST);
        assertThat(rowsReadBy(() -> assertThat(undo.undo(id).members()).isEqualTo(ROWS / 2)))
                .isLessThan(MOST);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void messagesOfOtherImportsAreNotAmongThem(boolean isThoughtEmpty) {
        thoughtEmpty = isThoughtEmpty;
        assertThat(imports.run(withoutAddresses(OTHERS), inGroup("Nobody")).rejected())
                .isEqualTo(OTHERS);

        assertThat(rowsReadBy(() -> assertThat(imports.run(withoutAddresses(ROWS), inGroup("EMEA"))
                                .rejected())
                        .isEqualTo(ROWS)))
                .isLessThan(MOST);
    }

    private static String withoutAddresses(int rows) {
        return IntStream.range(0, rows)
                .mapToObj("P %d,nowhere,New%n"::formatted)
                .collect(Collectors.joining("", "Name,Email,Industry\n", ""));
    }

    private ImportSettings inGroup(String name) {
        return new ImportSettings(MemberKind.ADVOCATE, false, List.of(imports.group(name)));
    }

    private long rowsReadBy(Runnable deed) {
        if (thoughtEmpty) {
            forgetWhatIsThere();
        }
        long before = rowsRead();
        deed.run();
        return rowsRead() - before;
    }

    private void forgetWhatIsThere() {
        jdbc.sql("SET GLOBAL innodb_stats_auto_recalc = OFF").update();
        jdbc.sql(
                        "UPDATE mysql.innodb_table_stats SET n_rows = 0, clustered_index_size = 1, sum_of_other_index_sizes = 1"
                                + " WHERE database_name = DATABASE()")
                .update();
        jdbc.sql("UPDATE mysql.innodb_index_stats SET stat_value = 1 WHERE database_name = DATABASE()")
                .update();
        jdbc.sql("FLUSH TABLES").update();
    }

    private long rowsRead() {
        return jdbc
                .sql("SHOW GLOBAL STATUS LIKE 'Handler\\_read\\_%'")
                .query((row, _) -> row.getLong("Value"))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static String file(String prefix, IntStream numbers, String industry) {
        return numbers.mapToObj(i -> "P %d,%s%d@example.com,%s%n".formatted(i, prefix, i, industry))
                .collect(Collectors.joining("", "Name,Email,Industry\n", ""));
    }
}
