package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.imports.FieldPolicies.Policy;
import dev.muster.members.FieldId;
import dev.muster.members.FieldType;
import dev.muster.members.MemberKind;
import dev.muster.members.StandardField;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@ServiceTest
class ColumnsAndPoliciesTest {

    private static final FieldId INDUSTRY = new FieldId(2);
    private static final FieldId PRODUCT = new FieldId(3);
    private static final ColumnTarget EMAIL = new ColumnTarget.Standard(StandardField.EMAIL);
    private static final ColumnTarget FIRST = new ColumnTarget.NamePart(ColumnTarget.Part.FIRST);
    private static final ColumnTarget LAST = new ColumnTarget.NamePart(ColumnTarget.Part.LAST);

    @Autowired
    Users users;

    @Autowired
    ImportColumns columns;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void columnsGoWhereTheyWereSent() {
        ImportSnapshot done = imports.run(
                """
                        Nachname,Mail,Vorname,Notiz,Sparte
                        García,jose@example.com,José,intern,Travel
                        ,bo@example.com,Bo,,
                        ,cy@example.com,,,
                        """,
                chosen(
                        column("Nachname", LAST),
                        column("Mail", EMAIL),
                        column("Vorname", FIRST),
                        column("Notiz", new ColumnTarget.LeaveOut()),
                        column("Sparte", new ColumnTarget.Custom(INDUSTRY))));

        assertThat(imports.member("jose@example.com", "name")).isEqualTo("José García");
        assertThat(imports.values("jose@example.com")).containsExactly("Industry=[Travel]");
        assertThat(imports.member("bo@example.com", "name")).isEqualTo("Bo");
        assertThat(imports.messages(done)).containsExactly("4 REJECTED: ERROR Name: Name can't be blank");
        assertThat(imports.rows(done).getLast().email()).isEqualTo("cy@example.com");
    }

    @Test
    void aFieldIsCreatedWithTheImportAndOnlyByAnAdministrator() {
        ImportSettings settings = chosen(
                column("Email", EMAIL),
                column("Name", new ColumnTarget.Standard(StandardField.NAME)),
                column("Region", new ColumnTarget.NewField("Region", FieldType.MULTI_SELECT)));
        String csv = "Email,Name,Region\nbo@example.com,Bo,\"North, South\"\n";
        assertThatThrownBy(() -> imports.run(csv, settings)).isInstanceOf(AccessDeniedException.class);

        users.actAs("Ada", Role.ADMINISTRATOR);
        imports.run(csv, settings);
        assertThat(imports.values("bo@example.com")).containsExactly("Region=[North, South]");
        assertThat(imports.choices("Region")).containsExactly("North", "South");
        assertThat(imports.run(csv, settings).unchanged()).isEqualTo(1);
    }

    @Test
    void theLastChoiceForAHeaderIsOfferedAgainAndForItsErrorsFile() {
        imports.run(
                "Wer,Wo,Was\nBo,bo@example.com,x\n",
                chosen(
                        column("Wer", new ColumnTarget.Standard(StandardField.NAME)),
                        column("Wo", EMAIL),
                        column("Was", new ColumnTarget.LeaveOut())));

        for (String header : List.of("WER, wo,Was\n", "Messages,Wer,Wo,Was\n")) {
            var usable = (FileInspection.Usable) imports.inspect(header + "1,2,3,4\n");
            assertThat(columns.propose(usable))
                    .filteredOn(one -> !one.header().equals("Messages"))
                    .extracting(ProposedColumn::match)
                    .containsExactly(
                            ProposedColumn.Match.LAST_TIME,
                            ProposedColumn.Match.LAST_TIME,
                            ProposedColumn.Match.LEFT_OUT);
        }
        var other = (FileInspection.Usable) imports.inspect("Wer,Wo\n1,2\n");
        assertThat(columns.propose(other)).extracting(ProposedColumn::match).containsOnly(ProposedColumn.Match.OPEN);
    }

    @Test
    void aChoiceThatCannotBeIsRefused() {
        assertThat(columns.problem(List.of(column("Ort", new ColumnTarget.Undecided()), column("", EMAIL)))
                        .orElseThrow()
                        .message())
                .startsWith("Invalid header - Ort. Valid headers are Name, Email,");
        assertThat(columns.problem(List.of(column("Ort", new ColumnTarget.LeaveOut())))
                        .orElseThrow()
                        .message())
                .isEqualTo("There is no Email column.");
        assertThat(columns.problem(List.of(
                                column("A", EMAIL),
                                column("B", new ColumnTarget.Standard(StandardField.NAME)),
                                column("C", FIRST)))
                        .orElseThrow()
                        .message())
                .isEqualTo("Two columns go to Name: 2 and 3.");
    }

    @Test
    void onlyWhatSomebodyGetsBecomesAChoice() {
        imports.run("Name,Email,Product\nBo,bo@example.com,Atlas\n");

        imports.run("""
                Name,Email,Product
                ,new@example.com,Nobody's
                Bo,bo@example.com,Kept out
                Al,al@example.com,"Delta, Beacon"
                """, by(FieldPolicies.standard().with(PRODUCT, Policy.KEEP), null));

        assertThat(imports.choices("Product")).containsExactly("Atlas", "Delta", "Beacon");
    }

    @Test
    void eachFieldGoesByItsPolicy() {
        imports.run("Name,Email,Title,Company,Industry,Product\nBo,bo@example.com,Lead,,Travel,\"Atlas, Beacon\"\n");
        FieldPolicies policies = FieldPolicies.standard()
                .with(StandardField.NAME, Policy.OVERWRITE)
                .with(StandardField.TITLE, Policy.KEEP)
                .with(StandardField.COMPANY, Policy.OVERWRITE)
                .with(INDUSTRY, Policy.FILL)
                .with(PRODUCT, Policy.MERGE);

        ImportSnapshot done = imports.run(
                "Name,Email,Title,Company,Industry,Product\nBoris,bo@example.com,CEO,Verde,Energy,\"Cirrus, Atlas\"\n",
                by(policies, null));

        assertThat(done.updated()).isEqualTo(1);
        assertThat(imports.member("bo@example.com", "CONCAT(name, '|', title, '|', company)"))
                .isEqualTo("Boris|Lead|Verde");
        assertThat(imports.values("bo@example.com"))
                .containsExactly("Industry=[Travel]", "Product=[Atlas, Beacon, Cirrus]");
        assertThat(imports.history("bo@example.com"))
                .containsExactly("line 2: [{\"field\":\"NAME\",\"before\":[\"Bo\"],\"after\":[\"Boris\"]},"
                        + "{\"field\":\"COMPANY\",\"before\":[],\"after\":[\"Verde\"]},"
                        + "{\"field\":\"3\",\"before\":[\"Atlas\",\"Beacon\"],"
                        + "\"after\":[\"Atlas\",\"Beacon\",\"Cirrus\"]}]");
        assertThat(imports.run("Email,Product\nbo@example.com,Beacon\n", by(policies, null))
                        .unchanged())
                .isEqualTo(1);
    }

    @Test
    void theClearTokenErasesButNoNameAndNothingThatIsKept() {
        imports.run("Name,Email,Title,Company,Industry,Product\nBo,bo@example.com,Lead,Verde,Travel,Atlas\n");
        FieldPolicies policies = FieldPolicies.standard().with(INDUSTRY, Policy.KEEP);

        ImportSnapshot done = imports.run("""
                        Name,Email,Title,Company,Industry,Product
                        (none),bo@example.com,(none),*,(none), (none)\s
                        (none),al@example.com,(none),,,
                        Cy,cy@example.com,(none),,,(none)
                        """, by(policies, "(none)"));

        assertThat(imports.member("bo@example.com", "CONCAT(name, '|', COALESCE(title, '-'), '|', company)"))
                .isEqualTo("Bo|-|Verde");
        assertThat(imports.values("bo@example.com")).containsExactly("Industry=[Travel]");
        assertThat(imports.history("bo@example.com"))
                .containsExactly("line 2: [{\"field\":\"TITLE\",\"before\":[\"Lead\"],\"after\":[]},"
                        + "{\"field\":\"3\",\"before\":[\"Atlas\"],\"after\":[]}]");
        assertThat(imports.messages(done)).containsExactly("3 REJECTED: ERROR Name: Name can't be blank");
        assertThat(imports.values("cy@example.com")).isEmpty();
    }

    @Test
    void policiesThatFitNoFieldAreRefused() {
        FieldPolicies standard = FieldPolicies.standard();
        assertThatThrownBy(() -> standard.with(StandardField.EMAIL, Policy.OVERWRITE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> standard.with(StandardField.TITLE, Policy.MERGE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> imports.run("Email\na@b.example\n", by(standard.with(INDUSTRY, Policy.MERGE), null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFieldThatIsGoneFailsTheImportBeforeARowIsWritten() {
        ImportSnapshot failed = imports.run(
                "Email,Sparte\nbo@example.com,x\n",
                chosen(column("Email", EMAIL), column("Sparte", new ColumnTarget.Custom(new FieldId(4711)))));
        assertThat(failed.failure())
                .isEqualTo(new FileProblem(
                        "The profile field for the column Sparte no longer exists.",
                        "Import the file again and choose where the column goes."));
    }

    private static ChosenColumn column(String header, ColumnTarget target) {
        return new ChosenColumn(header, target);
    }

    private static ImportSettings chosen(ChosenColumn... columns) {
        return new ImportSettings(
                MemberKind.ADVOCATE, false, List.of(), RowOptions.STANDARD.withColumns(List.of(columns)));
    }

    private static ImportSettings by(FieldPolicies policies, @Nullable String clearToken) {
        return new ImportSettings(
                MemberKind.ADVOCATE, false, List.of(), new RowOptions(List.of(), policies, clearToken, Set.of()));
    }
}
