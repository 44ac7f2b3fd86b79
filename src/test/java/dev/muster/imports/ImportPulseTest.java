package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.GroupId;
import dev.muster.members.MemberKind;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That open pages hear of the members that an import changed once, and only where it ends. */
@ServiceTest
class ImportPulseTest {

    private static final String FOUR_ROWS = """
            Name,Email
            A,a@example.com
            B,b@example.com
            C,c@example.com
            D,d@example.com
            """;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ImportEnds ends;

    ImportKit imports;
    RunImport inOnes;
    long before;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        inOnes = imports.inChunksOf(1);
        users.actAs("Mara Lindqvist", Role.MANAGER);
        before = beats();
    }

    @Test
    void aCompletedImportBeatsOnceAtItsEnd() {
        var meanwhile = new ArrayList<Long>();

        inOnes.run(start(), () -> {
            meanwhile.add(beats());
            return false;
        });

        assertThat(imports.count("import_chunk")).isEqualTo(4);
        assertThat(meanwhile).hasSize(5).allMatch(beats -> beats == before);
        assertThat(beats()).isEqualTo(before + 1);
    }

    @Test
    void aCancelledImportBeatsWhereItHadBegunToWrite() {
        ImportId waiting = start();
        imports.desk().cancel(waiting);
        assertThat(beats()).isEqualTo(before);

        ImportId id = start();
        inOnes.run(id, () -> {
            if (processed(id) == 2) {
                imports.desk().cancel(id);
            }
            return false;
        });

        assertThat(stateOf(id)).isEqualTo(ImportState.CANCELLED);
        assertThat(beats()).isEqualTo(before + 1);
    }

    @Test
    void aFailedImportBeatsWhereItHadBegunToWrite() {
        GroupId group = imports.group("EMEA");
        ImportId atOnce = start(group);
        imports.deleteGroup(group);
        inOnes.run(atOnce, () -> false);
        assertThat(beats()).isEqualTo(before);

        GroupId other = imports.group("Beta");
        ImportId later = start(other);
        inOnes.run(later, () -> processed(later) == 2);
        imports.leaveGroups("a@example.com");
        imports.leaveGroups("b@example.com");
        imports.deleteGroup(other);
        inOnes.run(later, () -> false);

        assertThat(stateOf(later)).isEqualTo(ImportState.FAILED);
        assertThat(beats()).isEqualTo(before + 1);
    }

    @Test
    void anImportThatIsGivenUpBeatsWhereItHadBegunToWrite() {
        ImportId id = start();
        inOnes.run(id, () -> processed(id) == 2);
        assertThat(beats()).isEqualTo(before);

        ends.giveUp(id, new FileProblem("Stopped.", "Go on."));

        assertThat(beats()).isEqualTo(before + 1);
    }

    @Test
    void aCheckDoesNotBeat() {
        ImportId check = imports.desk().check(imports.store(FOUR_ROWS), ImportKit.AS_ADVOCATES, List.of());

        inOnes.run(check, () -> false);

        assertThat(stateOf(check)).isEqualTo(ImportState.CHECKED);
        assertThat(beats()).isEqualTo(before);
    }

    private ImportId start(GroupId... groups) {
        return imports.desk()
                .start(imports.store(FOUR_ROWS), new ImportSettings(MemberKind.ADVOCATE, false, List.of(groups)));
    }

    private ImportState stateOf(ImportId id) {
        return imports.desk().find(id).orElseThrow().state();
    }

    private long processed(ImportId id) {
        return imports.desk().find(id).orElseThrow().processed();
    }

    private long beats() {
        return jdbc.sql("SELECT beat FROM pulse WHERE topic = 'members'")
                .query(Long.class)
                .single();
    }
}
