package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.MemberKind;
import dev.muster.members.StandardField;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.StatementCount;
import dev.muster.testing.Users;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A check has to know which addresses come again, and the upload has seen them all. */
@ServiceTest
class RecentAddressesTest {

    private static final String FILE = """
            Name,Email,Title
            ,,
            Al,al@example.com,
            Bo,bo@example.com,
            Al,AL@example.com,Lead
            """;

    @Autowired
    Users users;

    @Autowired
    ImportDesk desk;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void aFileThatJustCameIsReadOnce() {
        ImportFileId file = imports.store(FILE);

        assertThat(piecesRead(file)).as("its header, and its rows").isEqualTo(2);
    }

    @Test
    void aFileThatCameBeforeManyOthersIsGoneThroughForThem() {
        ImportFileId file = imports.store(FILE);
        for (int i = 0; i < 3; i++) {
            imports.store("Name,Email\nNo,no%d@example.com\n".formatted(i));
        }

        assertThat(piecesRead(file)).isEqualTo(3);
    }

    private int piecesRead(ImportFileId file) {
        ImportId check = desk.check(file, ImportKit.AS_ADVOCATES, List.of());
        List<String> sent = StatementCount.during(() -> assertThat(outcomes(imports.run(check, imports.inChunksOf(1))))
                .containsExactly(Outcome.CREATED, Outcome.CREATED, Outcome.UPDATED));
        return (int)
                sent.stream().filter(sql -> sql.contains("import_file_piece")).count();
    }

    @Test
    void anAddressThatIsAnotherOnlyAfterItsRepairComesAgain() {
        ImportFileId file = imports.store("""
                Name,Email,Title
                Al,al@example.com,
                Al,Al <al@example.com>,Lead
                """);

        assertCheckedAsImported(file, RowOptions.STANDARD, Outcome.CREATED, Outcome.REJECTED);
        assertCheckedAsImported(
                file,
                new RowOptions(List.of(), FieldPolicies.standard(), null, Set.of(Repair.WRAPPED_ADDRESS)),
                Outcome.UNCHANGED,
                Outcome.UPDATED);
    }

    @Test
    void anAddressInAnotherColumnThanTheFirstThatHasAnyComesAgain() {
        ImportFileId file = imports.store("""
                Assistant,Name,Email,Title
                a@example.com,Al,al@example.com,
                b@example.com,Al,al@example.com,Lead
                """);

        assertCheckedAsImported(
                file,
                RowOptions.STANDARD.withColumns(List.of(
                        new ChosenColumn("Assistant", new ColumnTarget.LeaveOut()),
                        new ChosenColumn("Name", new ColumnTarget.Standard(StandardField.NAME)),
                        new ChosenColumn("Email", new ColumnTarget.Standard(StandardField.EMAIL)),
                        new ChosenColumn("Title", new ColumnTarget.Standard(StandardField.TITLE)))),
                Outcome.CREATED,
                Outcome.UPDATED);
    }

    @Test
    void anAddressInAReportThatWasMadeSafeForSpreadsheetsComesAgain() {
        ImportFileId file = imports.store("""
                Messages,Name,Email,Title
                ,Al,'+al@example.com,
                ,Al,+al@example.com,Lead
                """);

        assertCheckedAsImported(file, RowOptions.STANDARD, Outcome.CREATED, Outcome.UPDATED);
    }

    private void assertCheckedAsImported(ImportFileId file, RowOptions rows, Outcome... expected) {
        var settings = new ImportSettings(MemberKind.ADVOCATE, false, List.of(), rows);
        ImportSnapshot checked = imports.run(desk.check(file, settings, List.of()), imports.inChunksOf(1));
        assertThat(outcomes(checked)).containsExactly(expected);
        assertThat(outcomes(imports.run(desk.start(file, settings, checked.id()))))
                .containsExactly(expected);
    }

    private List<Outcome> outcomes(ImportSnapshot one) {
        return imports.rows(one).stream().map(ImportedRow::outcome).toList();
    }
}
