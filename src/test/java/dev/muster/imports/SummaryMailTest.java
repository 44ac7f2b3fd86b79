package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.MemberKind;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class SummaryMailTest {

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void tellsTheStarterWhatBecameOfTheImport() {
        ImportSnapshot done = imports.run(
                "Name,Email\nAnn,ann@example.com\nBo,\n=Cy,cy@example.com\n",
                new ImportSettings(MemberKind.ADVOCATE, true, List.of()));

        Map<String, @Nullable Object> mail =
                jdbc.sql("SELECT * FROM mail").query().singleRow();
        assertThat(mail.get("to_address")).isEqualTo("mara.lindqvist@hub.example");
        assertThat(mail.get("to_name")).isEqualTo("Mara Lindqvist");
        assertThat(mail.get("subject")).isEqualTo("Your import of customers.csv: 2 added, 1 rejected");
        assertThat(mail.get("purpose")).isEqualTo("IMPORT_SUMMARY");
        assertThat(text("text_body"))
                .contains(
                        "Added: 2",
                        "Updated: 0",
                        "Unchanged: 0",
                        "Already in the hub: 0",
                        "Rejected: 1",
                        "Warnings: 0",
                        "Invitations queued: 2",
                        "Duration: 0.0 s",
                        "/imports/" + done.id().value());
        assertThat(jdbc.sql("SELECT summary_mail_id FROM import_run")
                        .query(Long.class)
                        .single())
                .isEqualTo(mail.get("id"));
        assertThat(attachment()).isEqualTo("""
                        \ufeffLine,Result,Messages,Name,Email\r
                        2,Created,,Ann,ann@example.com\r
                        3,Rejected,"Email is invalid, Email can't be blank",Bo,\r
                        4,Created,,'=Cy,cy@example.com\r
                        """);
    }

    @Test
    void marksUpNothingThatAFileBrings() {
        ImportId id = imports.desk()
                .start(
                        imports.desk()
                                .store(
                                        "C:\\x\\<b>new\r\nBcc: x@example.com.csv",
                                        new ByteArrayInputStream(
                                                "Name,Email\nA,a@example.com\n".getBytes(StandardCharsets.UTF_8))),
                        ImportKit.AS_ADVOCATES);

        imports.run(id);

        assertThat(text("subject")).isEqualTo("Your import of <b>newBcc: x@example.com.csv: 1 added, 0 rejected");
        assertThat(text("html_body")).contains("&lt;b&gt;new").doesNotContain("<b>new");
    }

    private String text(String column) {
        return jdbc.sql("SELECT " + column + " FROM mail").query(String.class).single();
    }

    private String attachment() {
        return new String(
                jdbc.sql("SELECT content FROM mail_attachment")
                        .query((row, _) -> row.getBytes(1))
                        .single(),
                StandardCharsets.UTF_8);
    }
}
