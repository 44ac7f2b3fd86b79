package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.FieldType;
import dev.muster.members.MemberKind;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ServiceTest
class RowMessagesTest {

    private static final String VALUE = "Custom Profile Field values value ";

    @Autowired
    Users users;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = kit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    /** Returns the way in which files are imported and messages are read. */
    ImportKit kit(ApplicationContext application) {
        return new ImportKit(application);
    }

    @Test
    void importsSoundRows() {
        ImportSnapshot done = imports.run("""
                Name,Email,Title,Company,Salesforce ID,External Contact ID,External Account ID,Position,Industry,Product
                Jose\u0301 Ærø,\u00a0Jose@MÜNCHEN.de ,Lead,Ærø & Co,003A,C-1,A-1,Engineer,"A,B","Atlas, Beacon,x"
                \u200b,,\u00a0,"\t"
                Bo,bo@example.com
                """);

        assertThat(done.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(imports.messages(done)).isEmpty();
        assertThat(done.created()).isEqualTo(2);
        assertThat(done.totalRows()).isEqualTo(2);
        String jose = "jose@xn--mnchen-3ya.de";
        assertThat(imports.member(jose, "name")).isEqualTo("José Ærø");
        assertThat(imports.member(jose, "email")).isEqualTo("Jose@MÜNCHEN.de");
        assertThat(imports.member(jose, "external_account_id")).isEqualTo("A-1");
        assertThat(imports.member(jose, "kind")).isEqualTo("ADVOCATE");
        assertThat(imports.member(jose, "source")).isEqualTo("CSV_IMPORT");
        assertThat(imports.member(jose, "import_id"))
                .isEqualTo(Long.toString(done.id().value()));
        assertThat(imports.member(jose, "field_values"))
                .isEqualTo("{\"1\":[\"Engineer\"],\"2\":[\"A,B\"],\"3\":[\"Atlas\",\"Beacon,x\"]}");
        assertThat(imports.member("bo@example.com", "title")).isEqualTo("none");
        assertThat(imports.choices("Product")).containsExactly("Atlas", "Beacon,x");
    }

    @Test
    void addressesAndNames() {
        ImportSnapshot done = imports.run("""
                Name,Email
                A,
                B,"\u00a0"
                C,c@
                D,<d@example.com>
                ,e@example.com
                \u200b,f@example.com
                """);

        assertThat(imports.messages(done))
                .containsExactly(
                        "2 REJECTED: ERROR Email: Email is invalid, Email can't be blank",
                        "3 REJECTED: ERROR Email: Email is invalid, Email can't be blank",
                        "4 REJECTED: ERROR Email: Email is invalid",
                        "5 REJECTED: ERROR Email: Email is invalid",
                        "6 REJECTED: ERROR Name: Name can't be blank",
                        "7 REJECTED: ERROR Name: Name can't be blank");
        assertThat(done.rejected()).isEqualTo(6);
        assertThat(imports.count("member")).isZero();
    }

    @Test
    void textsThatAreTooLong() {
        String just = "\ud83d\ude00".repeat(255);
        String over = "x".repeat(256);
        ImportSnapshot done =
                imports.run("Name,Email,Title,Company,Salesforce ID,External Contact ID,External Account ID\n"
                        + "%1$s,a@example.com,%1$s,%1$s,%1$s,%1$s,%1$s\n".formatted(just)
                        + "%1$s,b@example.com,%1$s,%1$s,%1$s,%1$s,%1$s\n".formatted(over));

        assertThat(imports.messages(done))
                .containsExactly(
                        "3 REJECTED: ERROR Name: Name is too long (maximum is 255 characters)",
                        "3 REJECTED: ERROR Title: Title is too long (maximum is 255 characters)",
                        "3 REJECTED: ERROR Company: Company is too long (maximum is 255 characters)",
                        "3 REJECTED: ERROR Salesforce ID: Salesforce ID is too long (maximum is 255 characters)",
                        "3 REJECTED: ERROR External Contact ID: External Contact ID is too long (maximum is 255"
                                + " characters)",
                        "3 REJECTED: ERROR External Account ID: External Account ID is too long (maximum is 255"
                                + " characters)");
        assertThat(imports.member("a@example.com", "company")).isEqualTo(just);
    }

    @Test
    void valuesOfCustomProfileFields() {
        imports.field("Tier", FieldType.SINGLE_SELECT, false, "Gold", "Silver");
        imports.field("Colour", FieldType.MULTI_SELECT, false, "Red", "Blue");
        ImportSnapshot done = imports.run("""
                Name,Email,Position,Product,Tier,Colour
                A,a@example.com,\u00a0,"A, , B, A",Bronze,"Red, Green"
                B,b@example.com,%s,,,
                C,c@example.com,,"A, %s",,
                D,d@example.com,%s,,Gold,"Blue, Red, Blue"
                E,e@example.com,,", ","Gold, Silver",
                """.formatted("x".repeat(256), "y".repeat(600), "\ud83d\ude00".repeat(255)));

        assertThat(imports.messages(done))
                .containsExactly(
                        "2 CREATED: WARNING Position: " + VALUE + "can't be blank",
                        "2 CREATED: WARNING Product: " + VALUE + "can't be blank",
                        "2 CREATED: WARNING Product: " + VALUE + "has already been taken",
                        "2 CREATED: WARNING Tier: " + VALUE + "is not included in the list",
                        "2 CREATED: WARNING Colour: " + VALUE + "is not included in the list",
                        "3 REJECTED: ERROR Position: " + VALUE + "is too long (maximum is 255 characters)",
                        "4 REJECTED: ERROR Product: " + VALUE + "is too long (maximum is 255 characters)",
                        "5 CREATED: WARNING Colour: " + VALUE + "has already been taken",
                        "6 CREATED: WARNING Product: " + VALUE + "can't be blank",
                        "6 CREATED: WARNING Tier: " + VALUE + "is not included in the list");
        assertThat(done.warnings()).isEqualTo(8);
        assertThat(imports.values("a@example.com")).containsExactly("Product=[A, B]", "Colour=[Red]");
        assertThat(imports.values("d@example.com"))
                .containsExactly("Position=[" + "\ud83d\ude00".repeat(255) + "]", "Tier=[Gold]", "Colour=[Blue, Red]");
        assertThat(imports.values("e@example.com")).isEmpty();
        assertThat(imports.choices("Product")).containsExactly("A", "B");
    }

    @Test
    void rowsOfTheWrongShape() {
        ImportSnapshot done = imports.run("""
                Name,Email,,Position
                A,a@example.com,,x,,
                B,b@example.com,,x,more
                C,c@example.com,data,x
                "D"d,d@example.com,,x
                E,e@example.com,,"x"y
                F,f@example.com,,%s
                G,g@example.com
                """.formatted("z".repeat(100_000)));

        assertThat(imports.messages(done))
                .containsExactly(
                        "3 REJECTED: ERROR null: Row has more cells than the header",
                        "4 REJECTED: ERROR null: Row has more cells than the header",
                        "5 REJECTED: ERROR Name: Row is malformed",
                        "6 REJECTED: ERROR Position: Row is malformed",
                        "7 REJECTED: ERROR null: Row is too long (maximum is 100,000 characters)");
        assertThat(done.created()).isEqualTo(2);
    }

    @Test
    void theSameAddressTwice() {
        ImportSnapshot done = imports.run("""
                Email,Name,Title,Position
                a@example.com,Ann,,Engineer
                b@example.com,Bo,,
                A@Example.com,Anna,Lead,Manager
                a@example.com,,,
                """);

        assertThat(imports.messages(done))
                .containsExactly(
                        "4 UPDATED: WARNING Email: Duplicate of line 2 in this file",
                        "5 UNCHANGED: WARNING Email: Duplicate of line 2 in this file");
        assertThat(imports.member("a@example.com", "name")).isEqualTo("Ann");
        assertThat(imports.member("a@example.com", "title")).isEqualTo("Lead");
        assertThat(imports.values("a@example.com")).containsExactly("Position=[Manager]");
        assertThat(imports.history("a@example.com"))
                .containsExactly("line 4: [{\"field\":\"TITLE\",\"before\":[],\"after\":[\"Lead\"]},"
                        + "{\"field\":\"1\",\"before\":[\"Engineer\"],\"after\":[\"Manager\"]}]");
    }

    @Test
    void aRejectedRowIsNoFirstRow() {
        ImportSnapshot done = imports.run("Name,Email\n,a@example.com\nAnn,a@example.com\n");

        assertThat(imports.messages(done)).containsExactly("2 REJECTED: ERROR Name: Name can't be blank");
        assertThat(done.created()).isEqualTo(1);
    }

    @Test
    void peopleWhoStandApart() {
        imports.run("""
                Name,Email
                A,archived@example.com
                L,locked@example.com
                O,opted-out@example.com
                I,invited@example.com
                J,joined@example.com
                N,new@example.com
                """);
        imports.changeMember("archived@example.com", "archived_at = '2026-11-01 00:00:00'");
        imports.changeMember("locked@example.com", "locked_at = '2026-11-01 00:00:00'");
        imports.changeMember("opted-out@example.com", "opted_out_at = '2026-11-01 00:00:00'");
        imports.changeMember("invited@example.com", "first_invited_at = '2026-11-01 00:00:00'");
        imports.changeMember("joined@example.com", "joined_at = '2026-11-01 00:00:00'");
        imports.bury("deleted@example.com");

        ImportSnapshot done = imports.run("""
                Name,Email,Industry
                A,archived@example.com,Energy
                L,locked@example.com,Energy
                O,opted-out@example.com,Energy
                I,invited@example.com,Energy
                J,joined@example.com,Energy
                N,new@example.com,Energy
                D,Deleted@example.com,Energy
                """, new ImportSettings(MemberKind.ADVOCATE, true, List.of()));

        assertThat(imports.messages(done))
                .containsExactly(
                        "2 UPDATED: INFO null: Member is archived",
                        "3 UPDATED: INFO null: Member is locked",
                        "4 UPDATED: INFO null: Member has opted out",
                        "5 UPDATED: INFO Email: Email is already taken",
                        "6 UPDATED: INFO Email: Email is already taken",
                        "8 REJECTED: ERROR null: Member was deleted");
        assertThat(done.alreadyTaken()).isEqualTo(2);
        assertThat(done.invitationsQueued()).isEqualTo(1);
        assertThat(imports.invited()).containsExactly("new@example.com");
        assertThat(imports.values("archived@example.com")).containsExactly("Industry=[Energy]");
    }
}
