package dev.muster.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.QueryParameters;
import dev.muster.imports.CorrectionDesk;
import dev.muster.imports.FileProblem;
import dev.muster.imports.FinishedImports;
import dev.muster.imports.FixableRow;
import dev.muster.imports.ImportDesk;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSettings;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import dev.muster.imports.ImportedRow;
import dev.muster.members.MemberKind;
import dev.muster.security.Role;
import dev.muster.testing.UiTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class ImportViewTest extends UiTest {

    private static final String FILE = """
            Name,Email,Company
            José Álvarez,jose@verde.example,Verde
            Zoë Brämer,zoe@bau.example,Bau
            ,nobody@bau.example,Bau
            Raj Patel,raj patel,Labs
            """;

    @Autowired
    ApplicationContext application;

    @Autowired
    ImportDesk imports;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void logIn() {
        actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void showsWhatCameOfTheImport() {
        open(finished(FILE).id());

        assertThat(find(H1.class).single().getText()).isEqualTo("customers.csv");
        assertThat(text())
                .contains("Completed", "Started by Mara Lindqvist,", "4 rows in", "As Advocates", "No groups")
                .contains("Created250.0 %", "Rejected250.0 %")
                .contains("Email is invalid", "Name can't be blank", "Download errors")
                .doesNotContain("Every row was imported.");
        assertThat(find(OutcomeBar.class).single().getElement().getAttribute("aria-label"))
                .isEqualTo("4 rows: 2 created, 0 updated, 0 unchanged, 2 rejected");
        assertThat(rows()).extracting(ImportedRow::line).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void keepsShowingThatItEndedWhateverOlderNewsSay() {
        ImportSnapshot ended = finished(FILE);
        open(ended.id());

        find(ImportView.class).single().follow(asIfStillRunning(ended));

        assertThat(text()).contains("Completed").doesNotContain("Importing");
        assertThat(rows()).hasSize(4);
    }

    /** Returns what the feed may have read a moment before it ended. */
    private ImportSnapshot asIfStillRunning(ImportSnapshot ended) {
        setState(ended, "RUNNING");
        ImportSnapshot running = imports.find(ended.id()).orElseThrow();
        setState(ended, "COMPLETED");
        return running;
    }

    private void setState(ImportSnapshot of, String state) {
        jdbc.sql("UPDATE import_run SET state = ? WHERE id = ?")
                .params(state, of.id().value())
                .update();
    }

    @Test
    void filtersTheRowsByWhatIsPressed() {
        open(finished(FILE).id());
        FilterToggle rejected = toggle("Rejected");
        test(rejected).click();
        assertThat(rows()).extracting(ImportedRow::line).containsExactly(4L, 5L);
        assertThat(rejected.getElement().getAttribute("aria-pressed")).isEqualTo("true");

        test(toggle("Name can't be blank")).click();
        assertThat(rows()).extracting(ImportedRow::line).containsExactly(4L);
        assertThat(find(Button.class).withText("Message: Name can't be blank").exists())
                .isTrue();

        test(toggle("Name can't be blank")).click();
        assertThat(rows()).hasSize(4);
    }

    @Test
    void readsTheFilterFromTheAddress() {
        ImportId id = finished(FILE).id();
        UI.getCurrent().navigate("imports/" + id.value(), QueryParameters.fromString("result=created&q=zo"));
        assertThat(rows()).extracting(ImportedRow::name).containsExactly("Zoë Brämer");
        assertThat(find(Button.class).withText("Result: Created").exists()).isTrue();
    }

    @Test
    void putsRejectedRowsRightAndImportsJustThese() {
        open(finished(FILE).id());
        button("Fix here").click();
        assertThat(find(Button.class).withText("Result: Rejected").exists()).isTrue();
        assertThat(fixable()).extracting(FixableRow::line).containsExactly(4L, 5L);

        action(1, "Edit line 5").click();
        test(field(1, "Email, line 5")).setValue("raj@labs.example");
        assertThat(text()).contains("1 corrected");
        button("Import 1 corrected row").click();

        assertThat(find(H1.class).single().getText()).isEqualTo("Corrections of customers.csv");
        ImportId corrected = imports.active().getFirst().id();
        assertThat(new FinishedImports(application).run(corrected).created()).isEqualTo(1);
    }

    @Test
    void saysThatSomebodyWasFasterWithTheCorrectedRows() {
        ImportId id = finished(FILE).id();
        open(id);
        button("Fix here").click();
        action(1, "Edit line 5").click();
        test(field(1, "Email, line 5")).setValue("raj@labs.example");
        application.getBean(CorrectionDesk.class).importReady(id);
        button("Import 1 corrected row").click();

        assertThat(find(Notification.class).last().getElement().getTextRecursively())
                .contains("Somebody imported these rows meanwhile.");
        assertThat(fixable()).extracting(FixableRow::line).containsExactly(4L);
        assertThat(find(Button.class).withText("Import 1 corrected row").exists())
                .isFalse();
    }

    @Test
    void aRowThatSomebodyImportedMeanwhileTakesNothingMore() {
        ImportId id = finished(FILE).id();
        open(id);
        button("Fix here").click();
        action(1, "Edit line 5").click();
        List<FixField> fields = fields(1);
        test(fields.get(1)).setValue("raj@labs.example");
        application.getBean(CorrectionDesk.class).importReady(id);
        test(fields.getFirst()).setValue("Rajesh Patel");

        assertThat(fields).extracting(FixField::getValue).containsExactly("Raj Patel", "raj@labs.example", "Labs");
        assertThat(fields).allMatch(FixField::isReadOnly);
    }

    @Test
    void onAPhoneARowThatSomebodyImportedMeanwhileTakesNothingMore() {
        ImportId id = finished(FILE).id();
        open(id);
        button("Fix here").click();
        onPhone(fixable().getLast()).stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .click();
        test(inDialog("Email")).setValue("raj@labs.example");
        application.getBean(CorrectionDesk.class).importReady(id);
        test(inDialog("Name")).setValue("Rajesh Patel");

        assertThat(find(FixDialog.class).single().getElement().getTextRecursively())
                .contains("Somebody imported this row meanwhile.");
        assertThat(inDialog("Name").getValue()).isEqualTo("Raj Patel");
        assertThat(inDialog("Name").isReadOnly()).isTrue();
        assertThat(find(Button.class).withText("As in the file").exists()).isFalse();
    }

    private FixField inDialog(String label) {
        return find(FixField.class).withCaption(label).single();
    }

    @Test
    void keepsCorrectionsOverAReload() {
        ImportId id = finished(FILE).id();
        open(id);
        button("Fix here").click();
        action(0, "Edit line 4").click();
        test(field(0, "Name, line 4")).setValue("Nina Bauer");
        open(id);
        assertThat(text()).contains("1 corrected", "Import 1 corrected row");
        button("Fix here").click();
        assertThat(fixable().getFirst().cells()).startsWith("Nina Bauer");
        action(0, "Take line 4 back to what the file has").click();
        assertThat(fixable().getFirst().cells()).startsWith("");
        assertThat(find(Button.class).withText("Import 1 corrected row").exists())
                .isFalse();
    }

    @Test
    void opensTheDialogWithTheSettingsOfTheImport() {
        ImportId id = new FinishedImports(application)
                .run(FILE, new ImportSettings(MemberKind.NOMINEE, false, List.of()))
                .id();
        open(id);
        button("Import again with these settings").click();
        assertThat(find(SettingsForm.class).single().value().kind()).isEqualTo(MemberKind.NOMINEE);
    }

    @Test
    void saysThatEveryRowWasImported() {
        open(finished("Name,Email\nJosé,jose@verde.example\n").id());
        assertThat(text()).contains("Every row was imported.");
        assertThat(find(CsvLink.class).withTextContaining("Download errors").exists())
                .isFalse();
    }

    @Test
    void showsProgressWhileItRuns() {
        open(start().id());
        assertThat(text()).contains("0 %", "Waiting to start", "You can leave this page.");
        findInView(Button.class).withText("Cancel import").single().click();
        assertThat(find(CancelImportDialog.class).single().getElement().getProperty("header"))
                .isEqualTo("Cancel this import?");
    }

    @Test
    void offersToResumeWhatWasCancelled() {
        ImportId id = start().id();
        imports.cancel(id);
        assertThat(new FinishedImports(application).run(id).state()).isEqualTo(ImportState.CANCELLED);
        open(id);
        assertThat(text()).contains("Cancelled");
        button("Resume").click();
        assertThat(imports.active()).extracting(ImportSnapshot::id).containsExactly(id);
        assertThat(text()).contains("Queued");
    }

    @Test
    void saysThatItStoppedBeforeItsFirstRow() {
        ImportId id = start().id();
        imports.cancel(id);
        new FinishedImports(application).run(id);
        jdbc.sql("UPDATE import_run SET total_rows = 4 WHERE id = ?")
                .param(id.value())
                .update();

        open(id);

        assertThat(text()).contains("Stopped before the first of 4 rows.");
    }

    @Test
    void doesNotOfferToResumeAFileThatWasRefused() {
        open(refused());

        assertThat(text())
                .contains("Failed", "Invalid header - company size, .")
                .contains("The file was refused as a whole: its one row was not imported.")
                .doesNotContain("Issues")
                .contains("Import again with these settings");
        assertThat(find(Button.class).withText("Resume").exists()).isFalse();
    }

    @Test
    void saysOfAStoppedImportHowManyRowsItsFileHas() {
        open(refused());

        assertThat(find(Span.class).all())
                .filteredOn(span -> span.hasClassName("imp-fact"))
                .extracting(Span::getText)
                .contains("1 row")
                .doesNotContain("0 rows");
    }

    @Test
    void letsAViewerLookButNotCancel() {
        ImportId id = start().id();
        actAs("Vera Sandberg", Role.VIEWER);
        open(id);
        assertThat(text()).contains("customers.csv");
        assertThat(find(Button.class).withText("Fix here").exists()).isFalse();
        assertThat(find(Button.class).withText("Cancel import").exists()).isFalse();
    }

    @Test
    void doesNotKnowAnImportThatNeverWas() {
        UI.getCurrent().navigate("imports/4711");
        assertThat(find(ImportView.class).exists()).isFalse();
        assertThat(find(H1.class).single().getText()).isEqualTo("This page does not exist");
    }

    private void open(ImportId id) {
        navigate("imports/" + id.value(), ImportView.class);
    }

    private ImportSnapshot finished(String csv) {
        return new FinishedImports(application).run(csv);
    }

    @Test
    void aCheckHasNoPage() {
        var file = imports.store("customers.csv", new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)));
        ImportId check = imports.check(file, new ImportSettings(MemberKind.ADVOCATE, false, List.of()), List.of());
        UI.getCurrent().navigate("imports/" + check.value());
        assertThat(find(H1.class).single().getText()).isEqualTo("This page does not exist");
    }

    /** Has a file refused for its header, as a program brings it. */
    private ImportId refused() {
        var csv = "Name,Email,company size\nAda,ada@example.com,12\n";
        var file = imports.store("customers.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        imports.inspect(file);
        return imports.refuse(
                file,
                new ImportSettings(MemberKind.ADVOCATE, false, List.of()),
                new FileProblem("Invalid header - company size, .", "1 column is not a field yet."),
                false);
    }

    private ImportSnapshot start() {
        var file = imports.store("customers.csv", new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)));
        ImportId id = imports.start(file, new ImportSettings(MemberKind.ADVOCATE, false, List.of()));
        return imports.find(id).orElseThrow();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private FilterToggle toggle(String text) {
        return find(FilterToggle.class)
                .withCondition(one -> one.getElement().getTextRecursively().contains(text))
                .single();
    }

    private String text() {
        return find(ImportView.class).single().getElement().getTextRecursively();
    }

    private List<ImportedRow> rows() {
        RowsGrid grid = find(RowsGrid.class).single();
        return IntStream.range(0, test(grid).size())
                .mapToObj(test(grid)::getRow)
                .toList();
    }

    @Test
    void aRowThatSomebodyImportedMeanwhileIsNotOfferedOnAPhone() {
        open(finished(FILE).id());
        button("Fix here").click();
        FixableRow row = fixable().getFirst();
        var imported = new FixableRow(row.line(), row.cells(), FixableRow.State.IMPORTED, List.of());

        assertThat(onPhone(row)).hasAtLeastOneElementOfType(Button.class);
        assertThat(onPhone(imported)).doesNotHaveAnyElementsOfTypes(Button.class);
    }

    private List<Component> onPhone(FixableRow row) {
        var column = find(FixGrid.class).single().getColumns().getLast();
        return ((ComponentRenderer<?, FixableRow>) column.getRenderer())
                .createComponent(row)
                .getChildren()
                .toList();
    }

    private List<FixableRow> fixable() {
        FixGrid grid = find(FixGrid.class).single();
        return IntStream.range(0, test(grid).size())
                .mapToObj(test(grid)::getRow)
                .toList();
    }

    private Button action(int row, String label) {
        return inRow(row)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private FixField field(int row, String label) {
        return fields(row).stream()
                .filter(field -> field.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private List<FixField> fields(int row) {
        return inRow(row)
                .filter(FixField.class::isInstance)
                .map(FixField.class::cast)
                .toList();
    }

    /** Returns what a row is made of besides plain text: each cell, or what it holds. */
    private Stream<Component> inRow(int row) {
        FixGrid grid = find(FixGrid.class).single();
        return IntStream.range(1, 7)
                .mapToObj(column -> test(grid).getCellComponent(row, column))
                .flatMap(cell -> cell instanceof Div div ? div.getChildren() : Stream.of(cell));
    }
}
