package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.members.FieldDraft;
import dev.muster.members.FieldType;
import dev.muster.members.MemberKind;
import dev.muster.members.ProfileFieldDesk;
import dev.muster.members.SaveOutcome;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is wrong with a file, or a row, because of what is in the hub already; and what depends on where Muster runs. */
@ServiceTest
class BadInputOverTimeTest {

    /** The numbers in the list of {@link BadInputTest} that are shown here. */
    static final Set<Integer> SHOWN = Set.of(27, 28, 35, 69, 70, 71, 74, 75, 89);

    private static final ImportSettings INVITING = new ImportSettings(MemberKind.ADVOCATE, true, List.of());

    @Autowired
    Users users;

    @Autowired
    ProfileFieldDesk fields;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    /** 27: one byte over the limit ends the upload, and nothing of it stays. */
    @Test
    void aFileOverTheLimit(@Autowired ApplicationContext application) {
        var small = imports.filesWithin(new ImportLimits(11, 10, 10, 10, 1, 10), application.getBean(DiskRoom.class));
        byte[] content = "Email\na@b.c\n".getBytes(StandardCharsets.UTF_8);
        var uploader = users.actAs("Ulla Uploader", Role.MANAGER).id();
        assertThatThrownBy(() -> small.write("big.csv", new ByteArrayInputStream(content), uploader))
                .isInstanceOf(FileTooLargeException.class);
        assertThat(imports.count("import_file")).isZero();
        assertThat(imports.count("import_file_piece")).isZero();
    }

    /** 28: the same bytes again, under another name, are recognised; importing them again changes nothing. */
    @Test
    void theSameFileTwice() {
        String csv = "Name,Email\nAnn,ann@example.com\n";
        ImportFileId failed = imports.store("Name,Email,x\nAnn,ann@example.com,1\n");
        imports.run(imports.desk().start(failed, ImportKit.AS_ADVOCATES));
        ImportFileId first = imports.store(csv);
        assertThat(imports.desk().lastOfSameFile(first)).isEmpty();
        ImportSnapshot done = imports.run(imports.desk().start(first, ImportKit.AS_ADVOCATES));

        ImportFileId again = imports.store("copy.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(imports.desk().lastOfSameFile(again)).map(ImportSnapshot::id).contains(done.id());
        assertThat(imports.desk().lastOfSameFile(imports.store("Name,Email,x\nAnn,ann@example.com,1\n")))
                .isEmpty();
        assertThat(imports.run(imports.desk().start(again, ImportKit.AS_ADVOCATES))
                        .unchanged())
                .isEqualTo(1);

        String other = "Name,Email\nBo,bo@example.com\n";
        imports.desk().cancel(imports.desk().start(imports.store(other), ImportKit.AS_ADVOCATES));
        assertThat(imports.desk().lastOfSameFile(imports.store(other))).isEmpty();
    }

    /** 35: a custom profile field cannot take the name of a standard one, so no header stands for both. */
    @Test
    void aFieldCalledAsAStandardOne() {
        users.actAs("Ada", Role.ADMINISTRATOR);
        for (String name : List.of("Email", " TITLE ", "salesforce\u00a0id")) {
            assertThat(fields.create(new FieldDraft(name, FieldType.TEXT, List.of(), false, false)))
                    .isInstanceOf(SaveOutcome.Refused.class);
        }
        assertThat(fields.definitions()).hasSize(3);
    }

    /** 69, 70, 71: who was invited, has joined, or is not to be mailed is updated and gets no invitation. */
    @Test
    void peopleWhoAreNotInvitedAgain() {
        imports.run("Name,Email\nI,i@example.com\nJ,j@example.com\nA,a@example.com\nO,o@example.com\n");
        imports.changeMember("i@example.com", "first_invited_at = '2026-11-01 00:00:00'");
        imports.changeMember("j@example.com", "joined_at = '2026-11-01 00:00:00'");
        imports.changeMember("a@example.com", "archived_at = '2026-11-01 00:00:00'");
        imports.changeMember("o@example.com", "opted_out_at = '2026-11-01 00:00:00'");
        ImportSnapshot done = imports.run("""
                Name,Email,Industry
                I,i@example.com,Energy
                J,j@example.com,Energy
                A,a@example.com,Energy
                O,o@example.com,Energy
                """, INVITING);
        assertThat(imports.messages(done))
                .containsExactly(
                        "2 UPDATED: INFO Email: Email is already taken",
                        "3 UPDATED: INFO Email: Email is already taken",
                        "4 UPDATED: INFO null: Member is archived",
                        "5 UPDATED: INFO null: Member has opted out");
        assertThat(imports.invited()).isEmpty();
        assertThat(done.updated()).isEqualTo(4);
    }

    /** 74, 75: what an import may change about a known member, and a blank cell that never does. */
    @Test
    void fieldsOfKnownMembers() {
        imports.run("Name,Email,Title,Company,Salesforce ID,Industry\nAnn,ann@example.com,Lead,Acme,1,Energy\n");
        imports.run("Name,Email,Title,Company,Salesforce ID,Industry\nX,ANN@example.com,X,X,2,Travel\n");
        imports.run("Name,Email,Title,Company,Salesforce ID,Industry\n,ann@example.com,,,,\n");
        assertThat(List.of(
                        imports.member("ann@example.com", "name"),
                        imports.member("ann@example.com", "email"),
                        imports.member("ann@example.com", "title"),
                        imports.member("ann@example.com", "company"),
                        imports.member("ann@example.com", "salesforce_id"),
                        imports.values("ann@example.com").toString()))
                .containsExactly("Ann", "ann@example.com", "Lead", "Acme", "2", "[Industry=[Travel]]");
    }

    /** 89: in Turkish a small I has no dot, but an address and a header are nobody's language. */
    @Test
    void onATurkishMachine() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr", "TR"));
        try {
            ImportSnapshot done =
                    imports.run("NAME,EMAIL,TITLE,INDUSTRY\nA,INFO@ISIK.EXAMPLE,LIDER,IT\nB,info@isik.example\n");
            assertThat(imports.messages(done))
                    .containsExactly("3 UNCHANGED: WARNING Email: Duplicate of line 2 in this file");
            assertThat(imports.member("info@isik.example", "title")).isEqualTo("LIDER");
            assertThat(imports.values("info@isik.example")).containsExactly("Industry=[IT]");
        } finally {
            Locale.setDefault(before);
        }
    }
}
