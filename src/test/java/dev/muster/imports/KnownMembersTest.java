package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.members.GroupId;
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
class KnownMembersTest {

    private static final ImportSettings INVITING = new ImportSettings(MemberKind.ADVOCATE, true, List.of());

    @Autowired
    Users users;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void fieldsFollowTheStandardPolicies() {
        imports.run("""
                Name,Email,Title,Company,Salesforce ID,External Contact ID,External Account ID,Position,Product
                Ann,Ann@example.com,Lead,,003A,C-1,,Engineer,"Atlas, Beacon"
                """);

        ImportSnapshot done = imports.run("""
                Name,Email,Title,Company,Salesforce ID,External Contact ID,External Account ID,Position,Product
                Anna,ANN@example.com,Boss,Acme,003B,,A-1,*,Beacon
                """);

        assertThat(done.updated()).isEqualTo(1);
        assertThat(imports.messages(done)).isEmpty();
        String ann = "ann@example.com";
        assertThat(imports.member(ann, "name")).isEqualTo("Ann");
        assertThat(imports.member(ann, "email")).isEqualTo("Ann@example.com");
        assertThat(imports.member(ann, "title")).isEqualTo("Lead");
        assertThat(imports.member(ann, "company")).isEqualTo("Acme");
        assertThat(imports.member(ann, "salesforce_id")).isEqualTo("003B");
        assertThat(imports.member(ann, "external_contact_id")).isEqualTo("C-1");
        assertThat(imports.member(ann, "external_account_id")).isEqualTo("A-1");
        assertThat(imports.member(ann, "version")).isEqualTo("1");
        assertThat(imports.values(ann)).containsExactly("Position=[*]", "Product=[Beacon]");
        assertThat(imports.history(ann))
                .containsExactly("line 2: [{\"field\":\"COMPANY\",\"before\":[],\"after\":[\"Acme\"]},"
                        + "{\"field\":\"SALESFORCE_ID\",\"before\":[\"003A\"],\"after\":[\"003B\"]},"
                        + "{\"field\":\"EXTERNAL_ACCOUNT_ID\",\"before\":[],\"after\":[\"A-1\"]},"
                        + "{\"field\":\"1\",\"before\":[\"Engineer\"],\"after\":[\"*\"]},"
                        + "{\"field\":\"3\",\"before\":[\"Atlas\",\"Beacon\"],\"after\":[\"Beacon\"]}]");
    }

    @Test
    void newMembersJoinTheGroupsThatAreMeantForThem() {
        imports.run("Name,Email\nAnn,ann@example.com\n");
        GroupId everyone = imports.group("Everyone");
        imports.byDefault(everyone);
        GroupId emea = imports.group("EMEA");

        ImportSnapshot done = imports.run(
                "Name,Email\nAnn,ann@example.com\nBo,bo@example.com\n",
                new ImportSettings(MemberKind.ADVOCATE, false, List.of(emea)));

        assertThat(done.created()).isEqualTo(1);
        assertThat(imports.pendingGroups("ann@example.com")).containsExactly("EMEA");
        assertThat(imports.pendingGroups("bo@example.com")).containsExactly("EMEA", "Everyone");
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String csv = "Name,Email,Title,Product\nAnn,ann@example.com,Lead,\"B, A\"\nBo,bo@example.com,,\n";
        imports.run(csv);

        ImportSnapshot again = imports.run(csv);

        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(imports.member("ann@example.com", "version")).isEqualTo("0");
        assertThat(imports.count("member_change")).isZero();
    }

    @Test
    void groupsArePendingUntilTheMemberJoins() {
        imports.run("Name,Email\nAnn,ann@example.com\nBo,bo@example.com\n");
        imports.changeMember("ann@example.com", "joined_at = '2026-11-01 00:00:00'");
        GroupId emea = imports.group("EMEA");
        GroupId beta = imports.group("Beta");
        imports.run("Name,Email\nBo,bo@example.com\n", inGroups(emea));

        ImportSnapshot done = imports.run(
                "Name,Email\nAnn,ann@example.com\nBo,bo@example.com\nCy,cy@example.com\nCy,cy@example.com\n",
                inGroups(emea, beta));

        assertThat(done.groups()).extracting(group -> group.name()).containsExactlyInAnyOrder("Beta", "EMEA");
        assertThat(imports.groups("ann@example.com")).containsExactly("Beta", "EMEA");
        assertThat(imports.groups("bo@example.com")).containsExactly("Beta pending", "EMEA pending");
        assertThat(imports.groups("cy@example.com")).containsExactly("Beta pending", "EMEA pending");
        assertThat(imports.rows(done))
                .extracting(ImportedRow::outcome)
                .containsExactly(Outcome.UPDATED, Outcome.UPDATED, Outcome.CREATED, Outcome.UNCHANGED);
        assertThat(imports.history("bo@example.com").getLast())
                .isEqualTo("line 3: [{\"field\":\"GROUP\",\"before\":[],\"after\":[\"Beta\"]}]");
        assertThat(imports.run("Name,Email\nBo,bo@example.com\n", inGroups(emea))
                        .unchanged())
                .isEqualTo(1);
    }

    @Test
    void invitesNewContactsAndKnownOnesWhoNeverWere() {
        imports.run("Name,Email\nNina,nina@example.com\n", new ImportSettings(MemberKind.NOMINEE, false, List.of()));
        assertThat(imports.member("nina@example.com", "kind")).isEqualTo("NOMINEE");

        ImportSnapshot done = imports.run(
                "Name,Email\nNina,nina@example.com\nAnn,ann@example.com\nAnn,ann@example.com\n,\nX,x@\n", INVITING);

        assertThat(done.invitationsQueued()).isEqualTo(2);
        assertThat(imports.invited()).containsExactly("ann@example.com", "nina@example.com");
        assertThat(imports.member("nina@example.com", "kind")).isEqualTo("ADVOCATE");
        assertThat(imports.member("nina@example.com", "first_invited_at")).startsWith("2026-11-22 10:42:00");
        assertThat(imports.member("ann@example.com", "last_invited_at")).startsWith("2026-11-22 10:42:00");
        assertThat(imports.messages(done))
                .containsExactly(
                        "4 UNCHANGED: INFO Email: Email is already taken",
                        "4 UNCHANGED: WARNING Email: Duplicate of line 3 in this file",
                        "6 REJECTED: ERROR Email: Email is invalid");

        ImportSnapshot again = imports.run("Name,Email\nNina,nina@example.com\n", INVITING);
        assertThat(again.invitationsQueued()).isZero();
        assertThat(again.alreadyTaken()).isEqualTo(1);
        assertThat(imports.invited()).hasSize(2);
    }

    @Test
    void nomineesAreNotInvitedByAnImport() {
        assertThatThrownBy(() -> new ImportSettings(MemberKind.NOMINEE, true, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addressesThatDifferByAnAccentOrACaseBeyondAsciiStayApart() {
        ImportSnapshot done = imports.run("""
                Name,Email
                A,jose@example.com
                B,JOSE@EXAMPLE.com
                C,jose@exämple.com
                D,jose+a@example.com
                """);

        assertThat(done.created()).isEqualTo(3);
        assertThat(done.unchanged()).isEqualTo(1);
    }

    private static ImportSettings inGroups(GroupId... groups) {
        return new ImportSettings(MemberKind.ADVOCATE, false, List.of(groups));
    }
}
