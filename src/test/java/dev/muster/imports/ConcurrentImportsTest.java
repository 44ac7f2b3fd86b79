package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Imports of the same people at the same time, in another order each. */
@ServiceTest
class ConcurrentImportsTest {

    private static final int PEOPLE = 600;

    @Autowired
    Users users;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void createEachPersonOnceAndAllComplete() throws Exception {
        List<ImportId> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(imports.desk().start(imports.store(shuffled(i)), ImportKit.AS_ADVOCATES));
        }
        RunImport job = imports.inChunksOf(100);
        try (var threads = Executors.newFixedThreadPool(ids.size())) {
            List<Callable<RunImport.Ending>> runs = ids.stream()
                    .map(id -> (Callable<RunImport.Ending>) () -> job.run(id, () -> false))
                    .toList();
            for (Future<RunImport.Ending> run : threads.invokeAll(runs)) {
                assertThat(run.get()).isEqualTo(RunImport.Ending.DONE);
            }
        }

        List<ImportSnapshot> done = imports.desk().list("", 0, 10);
        assertThat(done).extracting(ImportSnapshot::state).containsOnly(ImportState.COMPLETED);
        assertThat(done).extracting(ImportSnapshot::processed).containsOnly((long) PEOPLE);
        assertThat(done.stream().mapToLong(ImportSnapshot::created).sum()).isEqualTo(PEOPLE);
        assertThat(imports.count("member")).isEqualTo(PEOPLE);
        assertThat(imports.count("mail")).isEqualTo(3);
    }

    private static String shuffled(int seed) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            rows.add("P,p%d@example.com,,Level %d".formatted(i, seed));
        }
        Collections.shuffle(rows, new Random(seed));
        return rows.stream().collect(Collectors.joining("\n", "Name,Email,Title,Position\n", "\n"));
    }
}
