package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.FieldId;
import dev.muster.members.FieldValues;
import dev.muster.security.Role;
import dev.muster.testing.ContactFile;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports a file with known faults and compares with what its maker says has to come of it. */
@ServiceTest
class GeneratedFileTest {

    private static final FieldId POSITION = new FieldId(1);

    @Autowired
    Users users;

    @Autowired
    ImportResults results;

    @Autowired
    JdbcClient jdbc;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @ParameterizedTest
    @CsvSource({"1700, 1", "40, 4"})
    void doesExactlyWhatTheFileAsksFor(int chunkRows, int writers) throws IOException {
        var file = new ByteArrayOutputStream();
        ContactFile.Expected expected = ContactFile.writeWithDetails(file, 20261122, 5000, 200);
        ImportId id = imports.desk().start(imports.store(file.toByteArray()), ImportKit.AS_ADVOCATES);

        ImportSnapshot done = imports.run(id, imports.inChunksOf(chunkRows, writers));

        assertThat(done.totalRows()).isEqualTo(expected.rows());
        assertThat(done.processed()).isEqualTo(expected.rows());
        assertThat(done.created()).isEqualTo(expected.created());
        assertThat(done.updated()).isEqualTo(expected.updated());
        assertThat(done.unchanged()).isEqualTo(expected.unchanged());
        assertThat(done.rejected()).isEqualTo(expected.rejected());
        assertThat(done.bytesRead()).isEqualTo(expected.bytes());
        assertThat(results.issueGroups(id).stream()
                        .collect(Collectors.toMap(IssueGroup::message, group -> (int) group.rows())))
                .isEqualTo(expected.messages());
        assertThat(imports.rows(done).stream()
                        .flatMap(row -> row.issues().stream().map(issue -> row.line() + ": " + issue.message())))
                .containsExactlyElementsOf(expected.details());
        assertThat(positions()).isEqualTo(expected.positions());
        assertThat(imports.resultFile(done).lines()).hasSizeGreaterThan(expected.rows());
    }

    private Map<String, String> positions() {
        var positions = new HashMap<String, String>();
        jdbc.sql("SELECT email_key, field_values FROM member").query(row -> {
            var values = FieldValues.ofDocument(row.getString("field_values"));
            positions.put(row.getString("email_key"), values.of(POSITION).getFirst());
        });
        return positions;
    }
}
