package dev.muster.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tabs;
import dev.muster.imports.ColumnTarget;
import dev.muster.imports.FieldPolicies;
import dev.muster.imports.FinishedImports;
import dev.muster.imports.ImportDesk;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSettings;
import dev.muster.imports.ImportSnapshot;
import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldType;
import dev.muster.members.GroupDesk;
import dev.muster.members.GroupSummary;
import dev.muster.members.MemberKind;
import dev.muster.members.ProfileFieldDesk;
import dev.muster.members.StandardField;
import dev.muster.security.Role;
import dev.muster.testing.UiTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class ImportDialogTest extends UiTest {

    private static final String GOOD = "Name,Email,Company\nJosé,jose@verde.example,Verde\nZoë,zoe@bau.example,\n";

    @Autowired
    ImportDesk imports;

    @Autowired
    GroupDesk groups;

    @Autowired
    ProfileFieldDesk fields;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext application;

    @Autowired
    LiveImports live;

    private ImportDialog dialog;

    @BeforeEach
    void open() {
        actAs("Mara Lindqvist", Role.MANAGER);
        navigate(ImportsView.class);
        button("Import Advocates (CSV)").click();
        dialog = find(ImportDialog.class).single();
    }

    @Test
    void cannotImportBeforeAFileIsThere() {
        assertThat(button("Import").isEnabled()).isFalse();
        assertThat(text()).contains("Drop a CSV file here, or", "Choose a file first");
    }

    @Test
    void showsWhatIsInTheFile() throws IOException {
        upload(GOOD);
        assertThat(text())
                .contains("customers.csv", "2 rows", "UTF-8", "Comma ,", "Header in line 1", "3 of 3 matched")
                .contains("José", "jose@verde.example", "Verde");
        assertThat(button("Import").isEnabled()).isTrue();
    }

    @Test
    void importsWithTheSettingsThatWereChosen() throws IOException {
        upload(GOOD);
        find(Checkbox.class).single().setValue(true);
        button("Import").click();

        ImportSnapshot started = imports.active().getFirst();
        assertThat(started.fileName()).isEqualTo("customers.csv");
        assertThat(started.kind()).isEqualTo(MemberKind.ADVOCATE);
        assertThat(started.invite()).isTrue();
        assertThat(started.startedBy()).isEqualTo("Mara Lindqvist");
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void startsOneImportForTwoClicks() throws IOException {
        upload(GOOD);
        Button button = button("Import");
        button.click();
        button.setEnabled(true);
        button.click();
        assertThat(imports.count("")).isEqualTo(1);
    }

    @Test
    void doesNotInviteNominees() throws IOException {
        upload(GOOD);
        Checkbox invite = find(Checkbox.class).single();
        invite.setValue(true);
        kind().setValue(MemberKind.NOMINEE);

        assertThat(invite.isEnabled()).isFalse();
        assertThat(invite.getValue()).isFalse();
        assertThat(invite.getHelperText()).isEqualTo("Nominees are invited from the Invite List.");
        button("Import").click();
        assertThat(imports.active().getFirst().kind()).isEqualTo(MemberKind.NOMINEE);
    }

    @Test
    void createsAGroupOnTheSpotOnlyWhenTheImportStarts() throws IOException {
        upload(GOOD);
        @SuppressWarnings("unchecked") // the query knows the class, not what it holds
        MultiSelectComboBox<GroupChoice> chosen =
                find(MultiSelectComboBox.class).single();
        ComponentUtil.fireEvent(chosen, new ComboBoxBase.CustomValueSetEvent<>(chosen, true, " EMEA "));
        assertThat(chosen.getValue()).containsExactly(GroupChoice.ofNew("EMEA"));
        assertThat(groups.summaries()).isEmpty();

        button("Import").click();
        assertThat(groups.summaries()).extracting(GroupSummary::name).containsExactly("EMEA");
        assertThat(imports.active().getFirst().groups())
                .extracting(GroupSummary::name)
                .containsExactly("EMEA");
    }

    @Test
    void saysWhatIsWrongWithTheFileAndOffersAnother() throws IOException {
        upload("PK\u0003\u0004 xl/workbook.xml");
        assertThat(alert()).startsWith("This is ");
        assertThat(button("Choose File").isEnabled()).isTrue();
        assertThat(button("Import").isEnabled()).isFalse();

        upload(GOOD);
        assertThat(button("Import").isEnabled()).isTrue();
    }

    @Test
    void saysEachThingThatCanBeWrongWithAWholeFile() throws IOException {
        upload("");
        assertThat(alert()).contains("The file is empty.", "Choose another file, or start from the template.");
        upload("Name,Email\n");
        assertThat(alert()).contains("The file has a header but no rows.", "There is nothing to import.");
        upload("Name,Email\nJosé,\"jose@verde.example\n");
        assertThat(alert()).contains("A quote opened in line 2 is never closed.");
        upload("Name,Email\nJosé,jose\0@verde.example\n");
        assertThat(alert()).contains("FAILED: Invalid Encoding", "Line 2, byte 22 is a NUL, which no text has.");
        upload("PK\u0003\u0004 xl/workbook.xml");
        assertThat(alert()).contains("Choose");
    }

    @Test
    void offersNoOtherEncodingWhereNoneHelps() throws IOException {
        upload("Name,Email\nJosé,jose\0@verde.example\n");

        assertThat(find(Button.class).withText("Read as Windows-1252").exists()).isFalse();
        assertThat(button("Choose File").isEnabled()).isTrue();
    }

    @Test
    void showsWhatWasDetectedAndReadsTheFileAsSomethingElse() throws IOException {
        upload("Name;Email\r\nJürgen Weiß;j@bau.example\r\n".getBytes(Charset.forName("windows-1252")));
        assertThat(text()).contains("Windows-1252", "Semicolon ;", "Header in line 1", "Jürgen Weiß");

        byte[] damaged = "Name,Email\nJosé,jose@verde.example\nJos?,j@verde.example\n".getBytes(StandardCharsets.UTF_8);
        damaged[damaged.length - 18] = (byte) 0xC3;
        upload(damaged);
        assertThat(alert()).contains("FAILED: Invalid Encoding", "Line 3, byte 40 is not UTF-8.");
        assertThat(button("Import").isEnabled()).isFalse();

        button("Read as Windows-1252").click();
        assertThat(text()).contains("Windows-1252", "JosÃ©").doesNotContain("FAILED");
        button("Import").click();
        assertThat(imports.active()).hasSize(1);
    }

    @Test
    void offersToTryAgainWhenTheUploadBreaksOff() throws IOException {
        Uploads.upload("customers.csv", 100, new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        });
        assertThat(alert()).contains("The upload stopped at 0 %.", "Check your connection.");
        assertThat(button("Try again").isEnabled()).isTrue();
    }

    @Test
    void givesUpTheCheckOfAFileThatIsNotImported() throws IOException {
        upload(GOOD);
        upload(GOOD);
        assertThat(checks()).containsExactly("CANCELLED", "QUEUED");
        button("Cancel").click();
        assertThat(checks()).containsExactly("CANCELLED", "CANCELLED");
    }

    @Test
    void asksAboutAColumnThatIsNoField() throws IOException {
        upload("Name,Email,company size,\nJosé,jose@verde.example,5,\n");
        assertThat(text())
                .contains(
                        "1 column is not a field yet. Choose a field for company size, or leave it out.",
                        "Invalid header - company size, . Valid headers are Name, Email, Title",
                        "1 of 4 needs a decision");
        assertThat(button("Import").isEnabled()).isFalse();
        assertThat(button("Decide about 1 column first").isVisible()).isTrue();

        choose("company size", new ColumnTarget.LeaveOut());
        assertThat(text()).contains("2 of 3 matched").doesNotContain("Invalid header");
        button("Import").click();
        assertThat(imports.active()).hasSize(1);
    }

    @Test
    void saysWhichTwoColumnsGoToOneField() throws IOException {
        upload("Name,Email,Title,Company,Email\nJosé,jose@verde.example,CTO,Verde,jose@home.example\n");
        assertThat(button("Two columns go to Email: 2 and 5.").isVisible()).isTrue();
        assertThat(button("Import").isEnabled()).isFalse();

        column("Email").setValue(new ColumnTarget.LeaveOut());
        assertThat(button("Import").isEnabled()).isTrue();
    }

    @Test
    void goesThroughTheStepsByBackAndNextAsFarAsTheyLead() throws IOException {
        assertThat(button("Next").isEnabled()).isFalse();
        upload(GOOD);
        assertThat(button("Back").isEnabled()).isFalse();
        List<String> shown = new ArrayList<>();
        for (int step = 1; step <= 3; step++) {
            button("Next").click();
            shown.add(shownStep());
        }
        assertThat(shown).containsExactly("Columns", "Existing members", "Check");
        assertThat(button("Next").isEnabled()).isFalse();
        button("Back").click();
        assertThat(shownStep()).isEqualTo("Existing members");
    }

    private String shownStep() {
        return find(Tabs.class)
                .single()
                .getSelectedTab()
                .getElement()
                .getTextRecursively()
                .replaceAll("(?<=settings|members|Columns|Check).*", "");
    }

    @Test
    void opensTheColumnsByItselfWhereItOnlySuggests() throws IOException {
        upload("Vorname;Nachname;E-Mail;Firma\n".replace(';', ',') + "José,García,jose@verde.example,Verde\n");
        assertThat(text()).contains("Suggested", "4 of 4 matched").doesNotContain("Decide about");
        assertThat(column("Vorname").getValue()).isEqualTo(new ColumnTarget.NamePart(ColumnTarget.Part.FIRST));
        assertThat(column("Firma").getValue()).isEqualTo(new ColumnTarget.Standard(StandardField.COMPANY));
        assertThat(button("Import").isEnabled()).isTrue();
    }

    @Test
    void leavesOutAllThatIsUndecidedInOneGo() throws IOException {
        upload("Email,A,B,C,D,E,F,G\njose@verde.example,1,2,3,4,5,6,7\n");
        assertThat(text())
                .contains(
                        "7 columns are not fields yet. Choose a field for A, B, C, D, E and 2 more, or leave them out.",
                        "Invalid header - A, B, C, D, E, F, G. Valid headers are Name, Email, Title");
        choose("A", new ColumnTarget.Standard(StandardField.NAME));
        button("Leave out all 6 columns").click();
        assertThat(text()).contains("2 of 8 matched").doesNotContain("Invalid header");
        assertThat(column("A").getValue()).isEqualTo(new ColumnTarget.Standard(StandardField.NAME));
        assertThat(column("G").getValue()).isEqualTo(new ColumnTarget.LeaveOut());
        assertThat(button("Import").isEnabled()).isTrue();
    }

    @Test
    void refusesAFileWithoutAHeader() throws IOException {
        upload("José,jose@verde.example\nZoë,zoe@bau.example\n");
        assertThat(alert())
                .contains(
                        "The file has no header: line 1 holds the address jose@verde.example.",
                        "Add a line above it with the names of the columns, such as Name and Email");
    }

    @Test
    void asksOnceBeforeMostOfAFileIsRejected() throws IOException {
        upload("Name,Email\nJosé,jose@verde.example\nZoë,zoe\nAl,al\n");
        finishTheCheck();
        button("Import").click();
        assertThat(imports.active()).isEmpty();
        ConfirmDialog question = find(ConfirmDialog.class).single();
        assertThat(question.getElement().getProperty("header")).isEqualTo("2 of 3 rows would be rejected.");
        test(question).cancel();
        button("Import").click();
        assertThat(imports.active()).hasSize(1);
    }

    /** Runs the check that the dialog started, and has it hear of that. */
    private void finishTheCheck() {
        long check = jdbc.sql("SELECT MAX(id) FROM import_run WHERE purpose = 'CHECK'")
                .query(Long.class)
                .single();
        live.reconcile(List.of(new FinishedImports(application).run(new ImportId(check))));
        runPendingSignalsTasks();
    }

    @Test
    void offersAFieldToOneColumnOnly() throws IOException {
        upload("Name,Email,A,B\nJosé,jose@verde.example,1,2\n");
        var title = new ColumnTarget.Standard(StandardField.TITLE);
        assertThat(offered("B")).contains(title).doesNotContain(new ColumnTarget.Standard(StandardField.EMAIL));
        choose("A", title);
        assertThat(offered("B")).doesNotContain(title);
    }

    @Test
    void onlyAnAdministratorCreatesFields() throws IOException {
        upload("Name,Email,company size\nJosé,jose@verde.example,5\n");
        var created = new ColumnTarget.NewField("company size", FieldType.TEXT);
        assertThat(offered("company size")).doesNotContain(created);

        button("Cancel").click();
        actAs("Ada", Role.ADMINISTRATOR);
        navigate(ImportsView.class);
        button("Import Advocates (CSV)").click();
        dialog = find(ImportDialog.class).single();
        upload("Name,Email,company size\nJosé,jose@verde.example,5\n");
        assertThat(offered("company size")).contains(created);
        choose("company size", created);
        assertThat(text()).contains("New field");
        assertThat(fields.definitions()).hasSize(3);
        button("Import").click();
        assertThat(fields.definitions()).extracting(FieldDefinition::name).contains("company size");
    }

    @Test
    void saysWhichPoliciesDiffer() throws IOException {
        upload(GOOD);
        assertThat(text()).contains("Standard policy");
        find(Tabs.class).all().getLast().setSelectedIndex(2);
        policy("Policy for Title").setValue(FieldPolicies.Policy.OVERWRITE);
        policy("Policy for Product").setValue(FieldPolicies.Policy.MERGE);
        assertThat(text()).contains("2 fields changed");
        button("Reset to standard").click();
        assertThat(text()).contains("Standard policy");
    }

    @Test
    void aFileThatWasImportedBeforeSaysSoAndLeavesTheChoice() throws IOException {
        upload(GOOD);
        button("Import").click();
        actAs("Noor Haddad", Role.MANAGER);
        openAgain();
        upload(GOOD);

        assertThat(text()).contains("This file is being imported right now: Mara Lindqvist started it at 10:42.");
        jdbc.sql("UPDATE import_run SET state = 'COMPLETED', processed = 2 WHERE purpose = 'IMPORT'")
                .update();
        upload(GOOD);
        assertThat(text())
                .contains("This file was imported on 22 Nov 2026 by Mara Lindqvist: 2 rows."
                        + " Imported again, it changes only what was changed since.");
        button("Import again").click();

        assertThat(imports.count("")).isEqualTo(2);
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void theEarlierImportCanBeLookedAtInstead() throws IOException {
        upload(GOOD);
        button("Import").click();
        openAgain();
        upload(GOOD);

        button("Show that import").click();

        assertThat(getCurrentView()).isInstanceOf(ImportView.class);
        assertThat(dialog.isOpened()).isFalse();
        assertThat(imports.count("")).isEqualTo(1);
    }

    @Test
    void ofTwoTabsWithTheSameFileTheSecondAsks() throws IOException {
        upload(GOOD);
        Button here = button("Import");
        var other = imports.store("other name.csv", new ByteArrayInputStream(GOOD.getBytes(StandardCharsets.UTF_8)));
        imports.inspect(other);
        imports.start(other, new ImportSettings(MemberKind.ADVOCATE, false, List.of()));

        here.click();

        assertThat(dialog.isOpened()).isTrue();
        assertThat(text()).contains("This file is being imported right now");
        assertThat(imports.count("")).isEqualTo(1);
        button("Import again").click();
        assertThat(imports.count("")).isEqualTo(2);
    }

    @Test
    void anotherFileAndOneThatWasTakenBackAskNothing() throws IOException {
        upload(GOOD);
        button("Import").click();
        openAgain();
        upload(GOOD + "\n");
        assertThat(text()).doesNotContain("This file");

        jdbc.sql("UPDATE import_run SET state = 'UNDONE' WHERE purpose = 'IMPORT'")
                .update();
        upload(GOOD);
        assertThat(text()).doesNotContain("This file");
    }

    private void openAgain() {
        navigate(ImportsView.class);
        button("Import Advocates (CSV)").click();
        dialog = find(ImportDialog.class).single();
    }

    private void choose(String header, ColumnTarget target) {
        column(header).setValue(target);
    }

    private List<ColumnTarget> offered(String header) {
        return column(header).getListDataView().getItems().toList();
    }

    @SuppressWarnings("unchecked") // the query knows the class, not what it holds
    private Select<ColumnTarget> column(String header) {
        return select("Field for " + header);
    }

    @SuppressWarnings("unchecked") // the query knows the class, not what it holds
    private Select<FieldPolicies.Policy> policy(String label) {
        return select(label);
    }

    @SuppressWarnings("rawtypes") // as above
    private Select select(String label) {
        return selects(dialog)
                .filter(one -> one.getAriaLabel().equals(Optional.of(label)))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("rawtypes") // as above
    private static Stream<Select> selects(Component parent) {
        return Stream.concat(
                Stream.of(parent).filter(Select.class::isInstance).map(Select.class::cast),
                parent.getChildren().flatMap(ImportDialogTest::selects));
    }

    private void upload(String csv) throws IOException {
        upload(csv.getBytes(StandardCharsets.UTF_8));
    }

    private void upload(byte[] content) throws IOException {
        Uploads.upload("customers.csv", content);
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    @SuppressWarnings("unchecked") // the query knows the class, not what it holds
    private RadioButtonGroup<MemberKind> kind() {
        return find(RadioButtonGroup.class).single();
    }

    private String text() {
        return dialog.getElement().getTextRecursively();
    }

    private String alert() {
        return find(Div.class)
                .withAttribute("role", "alert")
                .single()
                .getElement()
                .getTextRecursively();
    }

    private List<String> checks() {
        return jdbc.sql("SELECT state FROM import_run WHERE purpose = 'CHECK' ORDER BY id")
                .query((row, _) -> row.getString("state"))
                .list();
    }
}
