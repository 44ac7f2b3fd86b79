package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.members.MemberKind;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Imports in chunks of three rows that are stopped between two of them. */
@ServiceTest
class InterruptedImportTest {

    private static final String TEN_ROWS = """
            Name,Email,Title
            A,a@example.com,
            B,b@example.com,
            C,
            D,d@example.com,

            A,a@example.com,Lead
            F,f@example.com,
            "G
            G",g@example.com,
            H,h@example.com,
            D,d@example.com,Boss
            J,j@example.com,
            """;

    @Autowired
    Users users;

    @Autowired
    ImportDesk desk;

    ImportKit imports;
    RunImport inThrees;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        inThrees = imports.inChunksOf(3);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void chunksMakeNoDifference() {
        ImportSnapshot done = imports.run(start(), inThrees);

        assertThat(imports.count("import_chunk")).isEqualTo(4);
        assertIsWhole(done);
    }

    @Test
    void stopsWhereItIsAskedToAndGoesOnAfterTheLastChunk() {
        ImportId id = start();

        assertThat(inThrees.run(id, stopAfter(2))).isEqualTo(RunImport.Ending.INTERRUPTED);

        ImportSnapshot stopped = desk.find(id).orElseThrow();
        assertThat(stopped.state()).isEqualTo(ImportState.RUNNING);
        assertThat(stopped.processed()).isEqualTo(6);
        assertThat(stopped.totalRows()).isEqualTo(10);
        assertThat(stopped.percent()).isEqualTo(60);
        assertThat(stopped.delay()).isNull();
        assertThat(inThrees.run(id, () -> true)).isEqualTo(RunImport.Ending.INTERRUPTED);
        assertThat(desk.find(id).orElseThrow().delay()).isEqualTo(ImportDelay.RESTART);
        assertIsWhole(imports.run(id, inThrees));
    }

    @Test
    void canBeCancelledAndResumed() {
        ImportId id = start();

        inThrees.run(id, () -> {
            if (desk.find(id).orElseThrow().processed() == 3) {
                desk.cancel(id);
                assertThat(desk.find(id).orElseThrow().cancelling()).isTrue();
            }
            return false;
        });

        ImportSnapshot cancelled = desk.find(id).orElseThrow();
        assertThat(cancelled.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(cancelled.processed()).isEqualTo(3);
        assertThat(cancelled.finishedAt()).isNotNull();
        assertThat(cancelled.cancelling()).isFalse();
        assertThat(imports.count("member")).isEqualTo(2);
        assertThat(imports.resultFile(cancelled)).contains("\r\n5,Not imported,,D,d@example.com,\r\n");

        desk.resume(id);
        assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ImportState.QUEUED);
        assertThat(imports.jobs()).containsExactly(id.value() + ":0", id.value() + ":2");
        assertIsWhole(imports.run(id, inThrees));
    }

    @Test
    void isCancelledAtOnceWhileItWaits() {
        ImportId id = start();

        desk.cancel(id);

        assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ImportState.CANCELLED);
        assertThat(imports.run(id, inThrees).processed()).isZero();
    }

    @Test
    void saysThatItWaitsForAnotherImport() {
        ImportId first = start();
        ImportId second = start();
        assertThat(desk.find(second).orElseThrow().delay()).isNull();

        inThrees.run(first, stopAfter(1));

        assertThat(desk.find(second).orElseThrow().delay()).isEqualTo(ImportDelay.ANOTHER_IMPORT);
        assertThat(desk.find(first).orElseThrow().delay()).isNull();
    }

    @Test
    void whatIsUnderWayComesFirstInTheList() {
        ImportId running = start();
        ImportSnapshot completed = imports.run(start(), inThrees);

        assertThat(desk.list("", 0, 10)).extracting(ImportSnapshot::id).containsExactly(running, completed.id());
    }

    @Test
    void whoLostTheImportWritesNothingMore() {
        ImportId id = start();

        RunImport.Ending ending = inThrees.run(id, after(1, () -> inThrees.run(id, () -> true)));

        assertThat(ending).isEqualTo(RunImport.Ending.DONE);
        ImportSnapshot left = desk.find(id).orElseThrow();
        assertThat(left.state()).isEqualTo(ImportState.RUNNING);
        assertThat(left.processed()).isEqualTo(3);
        assertThat(imports.count("member")).isEqualTo(2);
        assertIsWhole(imports.run(id, inThrees));
    }

    @Test
    void startingWritesTheImportAndItsJobTogether() {
        ImportId id = start();

        assertThat(imports.jobs()).containsExactly(id.value() + ":0");
        assertThat(desk.active()).extracting(ImportSnapshot::id).containsExactly(id);
        assertThatThrownBy(() -> desk.start(new ImportFileId(-1), ImportKit.AS_ADVOCATES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no file -1.");
    }

    @Test
    void anImportIntoAGroupThatIsGoneFailsBeforeARowIsWritten() {
        var group = imports.group("EMEA");
        ImportId id =
                desk.start(imports.store(TEN_ROWS), new ImportSettings(MemberKind.ADVOCATE, false, List.of(group)));
        imports.deleteGroup(group);

        ImportSnapshot failed = imports.run(id);

        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.failure())
                .isEqualTo(new FileProblem(
                        "The group EMEA no longer exists.",
                        "Import the file again with the groups that are there now."));
        assertThat(imports.count("member")).isZero();
    }

    private ImportId start() {
        return desk.start(imports.store(TEN_ROWS), ImportKit.AS_ADVOCATES);
    }

    /** Says stop once so many chunks are written. */
    private static BooleanSupplier stopAfter(int chunks) {
        var edges = new AtomicInteger();
        return () -> edges.getAndIncrement() == chunks;
    }

    /** Does something once so many chunks are written, and never says stop. */
    private static BooleanSupplier after(int chunks, Runnable deed) {
        var edges = new AtomicInteger();
        return () -> {
            if (edges.getAndIncrement() == chunks) {
                deed.run();
            }
            return false;
        };
    }

    private void assertIsWhole(ImportSnapshot done) {
        assertThat(done.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(done.processed()).isEqualTo(10);
        assertThat(done.created()).isEqualTo(7);
        assertThat(done.updated()).isEqualTo(2);
        assertThat(done.unchanged()).isZero();
        assertThat(done.rejected()).isEqualTo(1);
        assertThat(done.delay()).isNull();
        assertThat(done.bytesRead()).isEqualTo(done.bytes());
        assertThat(imports.rows(done))
                .extracting(ImportedRow::line)
                .containsExactly(2L, 3L, 4L, 5L, 7L, 8L, 9L, 11L, 12L, 13L);
        assertThat(imports.messages(done))
                .containsExactly(
                        "4 REJECTED: ERROR Email: Email is invalid, Email can't be blank",
                        "7 UPDATED: WARNING Email: Duplicate of line 2 in this file",
                        "12 UPDATED: WARNING Email: Duplicate of line 5 in this file");
        assertThat(imports.member("d@example.com", "title")).isEqualTo("Boss");
        assertThat(imports.count("mail")).isEqualTo(1);
    }
}
