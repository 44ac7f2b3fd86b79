package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.MemberKind;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Files of which every row is about the same person: each row has to see what the one before it did. */
@ServiceTest
class RowsAboutOnePersonTest {

    private static final int ROWS = 300;
    private static final String BEFORE_BY_HAND = "\"before\":[\"By hand\"]";

    @Autowired
    Users users;

    @Autowired
    WriteChunk writing;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void doTheSameWhetherOneChunkOrTwoAreInHand() {
        var settings = new ImportSettings(MemberKind.ADVOCATE, true, List.of(imports.group("EMEA")));

        ImportSnapshot one = imports.run(start("ann", settings), imports.inChunksOf(20, 1));
        ImportSnapshot two = imports.run(start("bob", settings), imports.inChunksOf(20, 2));

        assertThat(two.created()).isEqualTo(one.created()).isEqualTo(1);
        assertThat(two.updated()).isEqualTo(one.updated()).isEqualTo(ROWS - 2);
        assertThat(two.rejected()).isEqualTo(one.rejected()).isEqualTo(1);
        assertThat(two.invitationsQueued()).isEqualTo(one.invitationsQueued()).isEqualTo(1);
        assertThat(imports.messages(two)).isEqualTo(imports.messages(one)).hasSizeGreaterThan(ROWS - 2);
        assertThat(imports.history("bob@example.com"))
                .isEqualTo(imports.history("ann@example.com"))
                .hasSize(ROWS - 2);
        assertThat(imports.values("bob@example.com")).isEqualTo(imports.values("ann@example.com"));
        assertThat(imports.groups("bob@example.com")).containsExactly("EMEA pending");
        for (String column : List.of("version", "title", "kind", "field_values")) {
            assertThat(imports.member("bob@example.com", column))
                    .as(column)
                    .isEqualTo(imports.member("ann@example.com", column));
        }
    }

    @Test
    void seeWhatSomebodyElseChangedMeanwhile() throws Exception {
        write(start("ann", ImportKit.AS_ADVOCATES), this::changeByHand);

        assertThat(imports.history("ann@example.com"))
                .filteredOn(entry -> entry.contains(BEFORE_BY_HAND))
                .hasSize(1);
    }

    @Test
    void seeItAlsoWhereTheyChangeNothingThemselves() throws Exception {
        ImportSnapshot written = write(start(unchanging()), this::changeByHand);

        assertThat(written.updated()).isEqualTo(1);
        assertThat(imports.history("ann@example.com"))
                .singleElement()
                .asString()
                .contains(BEFORE_BY_HAND);
    }

    @Test
    void seeItAlsoWhereTheyLeaveThePersonAsTheyFoundThem() throws Exception {
        write(start(thereAndBack()), this::changeByHand);

        assertThat(imports.history("ann@example.com"))
                .filteredOn(entry -> entry.contains(BEFORE_BY_HAND))
                .hasSize(1);
    }

    @Test
    void sayFromThenOnThatThePersonWasArchivedMeanwhile() throws Exception {
        ImportSnapshot written = write(
                start(unchanging()),
                () -> imports.changeMember("ann@example.com", "archived_at = '2026-11-26 10:00:00'"));

        assertThat(imports.messages(written)).contains("301 UNCHANGED: INFO null: Member is archived");
    }

    @Test
    void bringThePersonBackIntoTheGroupThatSomebodyTookThemOutOf() throws Exception {
        var settings = new ImportSettings(MemberKind.ADVOCATE, false, List.of(imports.group("EMEA")));

        write(
                imports.desk().start(imports.store(unchanging()), settings),
                () -> imports.leaveGroups("ann@example.com"));

        assertThat(imports.groups("ann@example.com")).containsExactly("EMEA pending");
        assertThat(imports.history("ann@example.com"))
                .singleElement()
                .asString()
                .contains("EMEA");
    }

    /** Writes a file in two chunks; once the second is planned on what the first does, somebody does something else. */
    private ImportSnapshot write(ImportId id, Runnable meanwhile) throws Exception {
        Turn first = Turn.first();
        Turn second = first.nextAboutTheSame();
        Turn third = second.nextAboutTheSame();
        try (ImportSession session = imports.open(id, ROWS / 2, 2);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            PreparedChunk one = session.nextChunk().orElseThrow();
            PreparedChunk two = session.nextChunk().orElseThrow();
            writing.write(session, one, first);
            var ahead = threads.submit(() -> writing.write(session, two, second));
            assertThat(third.foresee()).as("the second chunk is planned").isPresent();
            meanwhile.run();
            first.committed();
            ahead.get();
        }
        ImportSnapshot written = imports.desk().find(id).orElseThrow();
        assertThat(written.processed()).isEqualTo(ROWS);
        return written;
    }

    private void changeByHand() {
        imports.changeMember("ann@example.com", "field_values = '{\"1\":[\"By hand\"]}'");
    }

    private ImportId start(String csv) {
        return imports.desk().start(imports.store(csv), ImportKit.AS_ADVOCATES);
    }

    private static String unchanging() {
        return "Name,Email,Position\n" + "A,ann@example.com,P\n".repeat(ROWS);
    }

    /** Returns rows of which every second takes back what the one before it did. */
    private static String thereAndBack() {
        return "Name,Email,Position\n" + "A,ann@example.com,P\nA,ann@example.com,Q\n".repeat(ROWS / 2);
    }

    private ImportId start(String name, ImportSettings settings) {
        var csv = new StringBuilder("Name,Email,Title,Position,Product\n");
        csv.append(",%s@example.com,No name yet,,\n".formatted(name));
        for (int row = 1; row < ROWS; row++) {
            csv.append("A,%s@example.com,T%d,P%d,\"I%d, Golf\"\n".formatted(name, row, row, row % 7));
        }
        return imports.desk().start(imports.store(csv.toString()), settings);
    }
}
