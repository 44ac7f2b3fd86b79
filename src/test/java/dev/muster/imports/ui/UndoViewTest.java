package dev.muster.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.Signal;
import dev.muster.imports.FinishedImports;
import dev.muster.imports.ImportDesk;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import dev.muster.imports.KeptFilter;
import dev.muster.imports.KeptItem;
import dev.muster.imports.KeptReason;
import dev.muster.imports.UndoOutcome;
import dev.muster.security.Role;
import dev.muster.testing.UiTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way from the button on an import's page to what was not taken back. */
class UndoViewTest extends UiTest {

    private static final String FILE = "Name,Email\nJosé Álvarez,jose@verde.example\nZoë Brämer,zoe@bau.example\n";

    @Autowired
    ApplicationContext application;

    @Autowired
    ImportDesk imports;

    @Autowired
    JdbcClient jdbc;

    ImportId id;

    @BeforeEach
    void importTwo() {
        actAs("Mara Lindqvist", Role.MANAGER);
        id = new FinishedImports(application).run(FILE).id();
    }

    @Test
    void saysWhatItTakesBackAndAsks() {
        zoeJoins();
        new UndoDialog(imports.find(id).orElseThrow(), new AtOnce()).open();

        assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Undo this import?");
        assertThat(words("Takes back")).isEqualTo("Takes back 1 new member. 1 member stays because they have joined.");
        button("Show what stays").click();
        assertThat(test(find(KeptGrid.class).single()).size()).isEqualTo(1);
        button("Undo import").click();

        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(imports.find(id).orElseThrow().state()).isEqualTo(ImportState.UNDONE);
    }

    @Test
    void offersNothingWhereNothingCanBeTakenBack() {
        zoeJoins();
        jdbc.sql("UPDATE member SET opted_out_at = '2026-11-22 11:00:00' WHERE email_key = 'jose@verde.example'")
                .update();
        new UndoDialog(imports.find(id).orElseThrow(), new AtOnce()).open();

        assertThat(words("nothing left"))
                .isEqualTo("There is nothing left to take back. 1 member stays because they have joined, 1 member "
                        + "because they have opted out.");
        assertThat(find(Button.class).withText("Undo import").single().isEnabled())
                .isFalse();
    }

    @Test
    void looksBeforeItAsks() {
        open();
        button("Undo").click();

        assertThat(words("Looking")).isEqualTo("Looking what can be taken back…");
        assertThat(find(Button.class).withText("Undo import").single().isEnabled())
                .isFalse();
        find(Dialog.class).single().close();
        assertThat(imports.find(id).orElseThrow().state()).isEqualTo(ImportState.COMPLETED);
    }

    @Test
    void listsWhatWasNotTakenBack() {
        zoeJoins();
        new FinishedImports(application).undo(id);
        open();

        assertThat(words("Took back")).isEqualTo("Took back 1 new member. 1 member stays because they have joined.");
        assertThat(text()).contains("Partly undone", "By Mara Lindqvist,", "Not taken back");
        assertThat(find(Button.class).withText("Undo").exists()).isFalse();
        KeptGrid grid = find(KeptGrid.class).single();
        assertThat(test(grid).getRow(0).name()).isEqualTo("Zoë Brämer");
        assertThat(grid.isAllRowsVisible()).isTrue();
        assertThat(test(grid).getCellComponent(0, 3).getElement().getText()).isEqualTo("Has joined");
    }

    @Test
    void showsHowFarItIs() {
        UndoSource undos = application.getBean(UndoSource.class);
        undos.undo(id);
        open();

        assertThat(text()).contains("Undoing", "0 %", "Members removed", "You can leave this page. The undo goes on");
        assertThat(find(Button.class).withText("Undo").exists()).isFalse();
    }

    @Test
    void whoMayOnlyReadSeesNoButton() {
        actAs("Vera Voss", Role.VIEWER);
        open();

        assertThat(find(Button.class).withText("Undo").exists()).isFalse();
    }

    private void zoeJoins() {
        jdbc.sql("UPDATE member SET joined_at = '2026-11-22 11:00:00' WHERE email_key = 'zoe@bau.example'")
                .update();
    }

    private void open() {
        navigate("imports/" + id.value(), ImportView.class);
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String words(String part) {
        return find(Paragraph.class).withTextContaining(part).single().getText();
    }

    private String text() {
        return find(ImportView.class).single().getElement().getTextRecursively();
    }

    /** The desk with a scheduler that runs each job before it returns. */
    private final class AtOnce implements UndoSource {

        private final UndoSource desk = application.getBean(UndoSource.class);

        private UndoOutcome done(UndoOutcome outcome) {
            if (outcome instanceof UndoOutcome.Started(ImportId run)) {
                new FinishedImports(application).runUndo(run);
            }
            return outcome;
        }

        @Override
        public UndoOutcome preview(ImportId of) {
            return done(desk.preview(of));
        }

        @Override
        public void forget(ImportId preview) {
            desk.forget(preview);
        }

        @Override
        public UndoOutcome undo(ImportId of) {
            return done(desk.undo(of));
        }

        @Override
        public Optional<ImportSnapshot> find(ImportId run) {
            return desk.find(run);
        }

        @Override
        public Signal<ImportBoard> undos() {
            return desk.undos();
        }

        @Override
        public Signal<ImportBoard> previews() {
            return desk.previews();
        }

        @Override
        public Map<KeptReason, Long> counts(ImportId run) {
            return desk.counts(run);
        }

        @Override
        public List<KeptItem> kept(ImportId run, KeptFilter filter, int offset, int limit) {
            return desk.kept(run, filter, offset, limit);
        }

        @Override
        public long count(ImportId run, KeptFilter filter) {
            return desk.count(run, filter);
        }
    }
}
