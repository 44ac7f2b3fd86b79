package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.imports.FixableRow.State;
import dev.muster.imports.ImportedRow.RowIssue;
import dev.muster.members.MemberKind;
import dev.muster.members.StandardField;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@ServiceTest
class CorrectionDeskTest {

    private static final String FILE = """
            Name,Email,Title,Product
            Tobias Krämer,tobias@bau.example,,
            Ana Kovačić,ana kovacic@adria.example,,"Alpha, Beta"
            ,nobody@bau.example,,
            Lena Hoffmann,lena@orbitel.example,,,surplus,more
            "Raj"x,raj@labs.example,,
            """;

    @Autowired
    Users users;

    @Autowired
    CorrectionDesk corrections;

    @Autowired
    RowsToFix toFix;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void showsTheRejectedRowsWithWhatIsWrong() {
        ImportId id = imports.run(FILE).id();
        assertThat(toFix.sheet(id))
                .isEqualTo(new FixSheet.Columns(List.of(
                        new FixableColumn(0, "Name", "Name"),
                        new FixableColumn(1, "Email", "Email"),
                        new FixableColumn(2, "Title", "Title"),
                        new FixableColumn(3, "Product", "Product"),
                        new FixableColumn(4, "", ""))));
        assertThat(toFix.rows(id, RowFilter.ALL, 0, 10))
                .extracting(FixableRow::line, FixableRow::state, CorrectionDeskTest::messages)
                .containsExactly(
                        tuple(3L, State.UNTOUCHED, List.of("Email is invalid")),
                        tuple(4L, State.UNTOUCHED, List.of("Name can't be blank")),
                        tuple(5L, State.UNTOUCHED, List.of("Row has more cells than the header")),
                        tuple(6L, State.UNTOUCHED, List.of("Row is malformed")));
        assertThat(toFix.rows(id, RowFilter.ALL, 2, 1).getFirst().cells())
                .containsExactly("Lena Hoffmann", "lena@orbitel.example", "", "", "surplus, more");
    }

    @Test
    void checksARowAsSoonAsACellIsChanged() {
        ImportId id = imports.run(FILE).id();
        FixableRow ana = row(id, 3);
        FixableRow still = corrections.correct(id, 3, ana.with(1, "ana@adria"));
        assertThat(still.state()).isEqualTo(State.CHANGED);
        assertThat(messages(still)).containsExactly("Email is invalid");
        assertThat(toFix.ready(id)).isZero();

        FixableRow ready = corrections.correct(id, 3, ana.with(1, "ana@adria.example"));
        assertThat(ready.state()).isEqualTo(State.READY);
        assertThat(messages(ready)).isEmpty();
        assertThat(row(id, 3)).isEqualTo(ready);
        assertThat(toFix.ready(id)).isEqualTo(1);
    }

    @Test
    void checksARowAgainstTheMembersAsTheyAreNow() {
        ImportId id = imports.run(FILE).id();
        imports.bury("ghost@bau.example");
        FixableRow nobody = row(id, 4);
        assertThat(messages(corrections.correct(id, 4, List.of("Nina", "ghost@bau.example", "", "", ""))))
                .containsExactly("Member was deleted");
        assertThat(corrections
                        .correct(id, 4, nobody.with(1, "tobias@bau.example"))
                        .state())
                .as("somebody who is in the hub needs no name")
                .isEqualTo(State.READY);
    }

    @Test
    void importsJustTheCorrectedRowsWithTheSameSettings() {
        var group = imports.group("EMEA");
        var settings = new ImportSettings(MemberKind.NOMINEE, false, List.of(group));
        ImportId id = imports.run(FILE, settings).id();
        corrections.correct(id, 3, row(id, 3).with(1, "ana@adria.example"));
        corrections.correct(id, 5, row(id, 5).with(4, ""));
        corrections.correct(id, 6, row(id, 6).cells());
        corrections.correct(id, 4, row(id, 4).with(1, "nobody"));

        ImportId next = corrections.importReady(id).orElseThrow();
        ImportSnapshot done = imports.run(next);

        assertThat(done.fileName()).isEqualTo("Corrections of customers.csv");
        assertThat(List.of(done.created(), done.rejected())).containsExactly(3L, 0L);
        assertThat(imports.member("ana@adria.example", "kind")).isEqualTo("NOMINEE");
        assertThat(imports.member("raj@labs.example", "name")).isEqualTo("Rajx");
        assertThat(imports.values("ana@adria.example")).containsExactly("Product=[Alpha, Beta]");
        assertThat(imports.groups("lena@orbitel.example")).containsExactly("EMEA pending");
        assertThat(toFix.rows(id, RowFilter.ALL, 0, 10))
                .extracting(FixableRow::line)
                .containsExactly(4L);
        assertThat(corrections.importReady(id)).as("a second click").isEqualTo(Optional.empty());
        assertThat(imports.desk().settings(next)).isEqualTo(settings);
    }

    @Test
    void readsTheCorrectedRowsAsTheFileWas() {
        byte[] excel = "Firma;Nachname;E-Mail\r\nBäcker;Öz;oez@@bau.example\r\n".getBytes(StandardCharsets.ISO_8859_1);
        ImportFileId file = imports.store(excel);
        imports.desk().inspect(file);
        var columns = List.of(
                new ChosenColumn("Firma", new ColumnTarget.Standard(StandardField.COMPANY)),
                new ChosenColumn("Nachname", new ColumnTarget.Standard(StandardField.NAME)),
                new ChosenColumn("E-Mail", new ColumnTarget.Standard(StandardField.EMAIL)));
        var settings = ImportKit.AS_ADVOCATES.withRows(RowOptions.STANDARD.withColumns(columns));
        ImportId id = imports.run(imports.desk().start(file, settings)).id();

        corrections.correct(id, 2, row(id, 2).with(2, "oez@bau.example"));
        ImportSnapshot done = imports.run(corrections.importReady(id).orElseThrow());

        assertThat(done.created()).isEqualTo(1);
        assertThat(imports.member("oez@bau.example", "name")).isEqualTo("Öz");
        assertThat(imports.member("oez@bau.example", "company")).isEqualTo("Bäcker");
    }

    @Test
    void takesARowBackToWhatTheFileHas() {
        ImportId id = imports.run(FILE).id();
        FixableRow before = row(id, 3);
        corrections.correct(id, 3, before.with(1, "ana@adria.example"));
        assertThat(corrections.takeBack(id, 3)).isEqualTo(before);
        assertThat(toFix.ready(id)).isZero();
    }

    @Test
    void goesThroughTheRowsThatMatch() {
        ImportId id = imports.run(FILE).id();
        assertThat(toFix.next(id, RowFilter.ALL, 4)).map(FixableRow::line).contains(5L);
        assertThat(toFix.next(id, RowFilter.ALL, 6)).isEmpty();
        var malformed = new RowFilter(Outcome.REJECTED, "imports.issue.malformed", "");
        assertThat(toFix.next(id, malformed, 3)).map(FixableRow::line).contains(6L);
        assertThat(toFix.count(id, malformed)).isEqualTo(1);
        assertThat(toFix.rows(id, new RowFilter(null, null, "LENA"), 0, 10))
                .extracting(FixableRow::line)
                .containsExactly(5L);
        assertThat(toFix.count(id, new RowFilter(null, null, "%"))).isZero();
    }

    @Test
    void refusesRowsThatWereNotRejected() {
        ImportId id = imports.run(FILE).id();
        assertThatThrownBy(() -> corrections.correct(id, 2, List.of("A", "a@b.example", "", "", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no rejected row on line 2");
    }

    @Test
    void aRowWhoseImportWasTakenBackIsOpenAgain(@Autowired ApplicationContext application) {
        ImportId id = imports.run(FILE).id();
        corrections.correct(id, 3, row(id, 3).with(1, "ana@adria.example"));
        ImportId next = corrections.importReady(id).orElseThrow();
        imports.run(next);
        assertThat(lines(id)).containsExactly(4L, 5L, 6L);

        new UndoKit(application).undo(next);
        assertThat(lines(id)).containsExactly(3L, 4L, 5L, 6L);
        assertThat(row(id, 3).state()).isEqualTo(State.READY);
        assertThat(toFix.ready(id)).isEqualTo(1);
        corrections.correct(id, 3, row(id, 3).with(1, "ana.k@adria.example"));
        imports.run(corrections.importReady(id).orElseThrow());

        assertThat(imports.member("ana.k@adria.example", "name")).isEqualTo("Ana Kovačić");
        assertThat(lines(id)).containsExactly(4L, 5L, 6L);
    }

    @Test
    void aRowWhoseImportWasCancelledBeforeItBeganIsOpenAgain() {
        ImportId id = imports.run(FILE).id();
        FixableRow ana = row(id, 3);
        corrections.correct(id, 3, ana.with(1, "ana@adria.example"));
        ImportId next = corrections.importReady(id).orElseThrow();

        imports.desk().cancel(next);
        assertThat(lines(id)).containsExactly(3L, 4L, 5L, 6L);
        imports.desk().resume(next);
        assertThat(lines(id)).containsExactly(4L, 5L, 6L);
        imports.desk().cancel(next);

        assertThat(corrections.takeBack(id, 3)).isEqualTo(ana);
    }

    @Test
    void isNotForViewers() {
        ImportId id = imports.run(FILE).id();
        users.actAs("Vera Sandberg", Role.VIEWER);
        assertThatThrownBy(() -> toFix.rows(id, RowFilter.ALL, 0, 10)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> corrections.importReady(id)).isInstanceOf(AccessDeniedException.class);
    }

    private List<Long> lines(ImportId id) {
        return toFix.rows(id, RowFilter.ALL, 0, 10).stream()
                .map(FixableRow::line)
                .toList();
    }

    private FixableRow row(ImportId id, long line) {
        return toFix.next(id, RowFilter.ALL, line - 1).orElseThrow();
    }

    private static List<String> messages(FixableRow row) {
        return row.issues().stream().map(RowIssue::message).toList();
    }
}
