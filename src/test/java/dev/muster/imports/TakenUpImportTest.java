package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports that are taken up more than once: who has it, how often that was, and how often it failed. */
@ServiceTest
class TakenUpImportTest {

    private static final int ROUNDS = 100;

    @Autowired
    Users users;

    @Autowired
    ImportRuns runs;

    @Autowired
    ImportEnds ends;

    @Autowired
    JdbcClient jdbc;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void twoWhoTakeItUpAtOnceNeverHoldTheSameFence() throws Exception {
        ImportId id = start();
        Set<Long> fences = new HashSet<>();
        try (var nodes = Executors.newFixedThreadPool(2)) {
            Callable<Optional<ImportRun>> begin = () -> runs.begin(id);
            for (int round = 0; round < ROUNDS; round++) {
                for (Future<Optional<ImportRun>> begun : nodes.invokeAll(List.of(begin, begin))) {
                    fences.add(begun.get().orElseThrow().fence());
                }
            }
        }

        assertThat(fences).hasSize(2 * ROUNDS);
    }

    @Test
    void failuresCountAnewAfterEachChunk() {
        ImportId id = start();
        runs.begin(id);
        assertThat(runs.failed(id)).contains(1);
        assertThat(runs.failed(id)).contains(2);

        writeAChunk(id);

        assertThat(runs.failed(id)).contains(1);
    }

    @Test
    void whatIsGoneCannotFail() {
        assertThat(runs.failed(new ImportId(-1))).isEmpty();
    }

    @Test
    void aResumedImportHasNotFailedYet() {
        ImportId id = start();
        runs.begin(id);
        runs.failed(id);
        ends.giveUp(id, new FileProblem("Stopped.", "Go on."));

        imports.desk().resume(id);
        runs.begin(id);

        assertThat(runs.failed(id)).contains(1);
    }

    @Test
    void onlyWhatWasLeftWithoutAWordCountsAsTakenOver() {
        ImportId id = start();
        runs.begin(id);
        assertThat(takeOvers(id)).as("a first start").isZero();

        runs.endedWithAWord(id);
        runs.begin(id);
        runs.failed(id);
        writeAChunk(id);
        assertThat(takeOvers(id))
                .as("a stop, a failure, a stop between two chunks")
                .isZero();

        runs.begin(id);
        runs.begin(id); // the one before died
        assertThat(takeOvers(id)).isEqualTo(1);
    }

    private ImportId start() {
        String file = IntStream.range(0, 20)
                .mapToObj("P%1$d,p%1$d@example.com"::formatted)
                .collect(Collectors.joining("\n", "Name,Email\n", "\n"));
        return imports.desk().start(imports.store(file), ImportKit.AS_ADVOCATES);
    }

    private void writeAChunk(ImportId id) {
        var edges = new AtomicInteger();
        assertThat(imports.inChunksOf(10).run(id, () -> edges.getAndIncrement() == 1))
                .isEqualTo(RunImport.Ending.INTERRUPTED);
    }

    private long takeOvers(ImportId id) {
        return jdbc.sql("SELECT take_overs FROM import_run WHERE id = ?")
                .param(id.value())
                .query(Long.class)
                .single();
    }
}
