package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.MemberKind;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.StatementCount;
import dev.muster.testing.Users;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** However many rows a chunk has, and whatever they do, it costs the same number of messages to the database. */
@ServiceTest
class StatementsOfAChunkTest {

    @Autowired
    Users users;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void doNotDependOnItsRows() {
        var group = imports.group("EMEA");
        imports.bury("gone@example.com");
        var inviting = new ImportSettings(MemberKind.ADVOCATE, true, List.of(group));

        List<String> few = statements("few", 50, inviting);
        List<String> many = statements("many", 5000, inviting);

        assertThat(many).hasSameSizeAs(few);
        assertThat(many).hasSizeLessThan(54);
    }

    /** Imports rows of every sort, half of them about members who are there, and returns what the import sent. */
    private List<String> statements(String prefix, int rows, ImportSettings settings) {
        var known = new StringBuilder("Name,Email\n");
        var all = new StringBuilder("Name,Email,Title,Position,Product\n");
        for (int i = 0; i < rows; i++) {
            String email = "%s%d@example.com".formatted(prefix, i);
            switch (i % 5) {
                case 0, 1 -> {
                    known.append("K,").append(email).append('\n');
                    all.append("K,%s,Lead,Engineer,%s %d\n".formatted(email, prefix, i % 50));
                }
                case 2 -> all.append("N,%s,,\u00a0,\"A, A\"\n".formatted(email));
                case 3 -> all.append("N,%s,,Boss,\n".formatted(email));
                default -> all.append("N,nonsense,,,\n");
            }
        }
        imports.run(known.toString());
        ImportId id = imports.desk().start(imports.store(all.toString()), settings);
        imports.desk().inspect(imports.fileOf(id));
        var done = new ImportSnapshot[1];
        List<String> sent = StatementCount.during(() -> done[0] = imports.run(id, imports.inChunksOf(rows)));
        assertThat(done[0].processed()).isEqualTo(rows);
        assertThat(done[0].updated()).isEqualTo(2L * rows / 5);
        assertThat(done[0].invitationsQueued()).isEqualTo(4L * rows / 5);
        assertThat(imports.count("import_chunk WHERE import_id = " + id.value()))
                .isEqualTo(1);
        // Ids are taken from the database once for every 5,000.
        return sent.stream().filter(sql -> !sql.contains("NEXT VALUE")).toList();
    }
}
