package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.MemberKind;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.StatementCount;
import dev.muster.testing.Users;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** However many rows an import had, taking one chunk of it back costs the same number of messages to the database. */
@ServiceTest
class StatementsOfAnUndoTest {

    private static final int ROWS = Integer.getInteger("muster.undo.rows", 20_000);
    private static final int CHUNK = 5_000;

    @Autowired
    Users users;

    ImportKit imports;
    UndoKit undo;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        undo = new UndoKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void doNotDependOnTheChunk() {
        var group = imports.group("EMEA");
        imports.run(file(ROWS / 2, "Old"));
        ImportId id = imports.desk()
                .start(imports.store(file(ROWS, "New")), new ImportSettings(MemberKind.ADVOCATE, true, List.of(group)));
        ImportSnapshot done = imports.run(id, imports.inChunksOf(CHUNK));
        assertThat(done.updated()).isEqualTo(ROWS / 2);
        ImportId run = UndoKit.started(undo.desk().undo(id));

        List<Integer> edges = new ArrayList<>();
        List<String> sent = StatementCount.during(() -> undo.job().run(run, () -> {
            edges.add(StatementCount.soFar());
            return false;
        }));

        assertThat(undo.found(run).members()).isEqualTo(ROWS / 2);
        List<Integer> perChunk = new ArrayList<>();
        for (int i = 1; i < edges.size(); i++) {
            perChunk.add((int) sent.subList(edges.get(i - 1), edges.get(i)).stream()
                    .filter(sql -> !sql.contains("NEXT VALUE"))
                    .count());
        }
        assertThat(perChunk).hasSize(ROWS / CHUNK).containsOnly(perChunk.getFirst());
        assertThat(perChunk.getFirst()).isLessThan(60);
    }

    /** Each second row is about somebody of the first half. */
    private static String file(int people, String industry) {
        var rows = new StringBuilder("Name,Email,Industry\n");
        for (int i = 0; i < people; i++) {
            boolean isFirstHalf = people < ROWS || i % 2 == 0;
            int number = people < ROWS ? i : i / 2;
            rows.append("P,%s%d@example.com,%s\n".formatted(isFirstHalf ? "p" : "n", number, industry));
        }
        return rows.toString();
    }
}
