package dev.muster.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import dev.muster.common.ui.EmptyState;
import dev.muster.imports.FinishedImports;
import dev.muster.imports.ImportSnapshot;
import dev.muster.security.Role;
import dev.muster.testing.UiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class ImportsViewTest extends UiTest {

    private static final int FILE = 1;
    private static final int ROWS = 4;
    private static final int OUTCOME = 5;

    @Autowired
    ApplicationContext application;

    @Test
    void saysThatThereIsNothingYet() {
        actAs("Mara Lindqvist", Role.MANAGER);
        navigate(ImportsView.class);
        assertThat(find(EmptyState.class).single().getElement().getTextRecursively())
                .contains("No imports yet");
    }

    @Test
    void listsTheNewestFirst() {
        actAs("Mara Lindqvist", Role.MANAGER);
        var imports = new FinishedImports(application);
        imports.run("Name,Email\nJosé,jose@verde.example\n");
        ImportSnapshot newest = imports.run("Name,Email\nZoë,zoe@bau.example\n,nobody@bau.example\n");

        navigate(ImportsView.class);
        var grid = test(grid());
        assertThat(grid.size()).isEqualTo(2);
        assertThat(grid.getRow(0).id()).isEqualTo(newest.id());
        assertThat(grid.getCellText(0, ROWS)).isEqualTo("2");
        assertThat(grid.getCellComponent(0, FILE).getElement().getAttribute("href"))
                .isEqualTo("imports/" + newest.id().value());
        assertThat(grid.getCellComponent(0, OUTCOME).getElement().getAttribute("aria-label"))
                .isEqualTo("2 rows: 1 created, 0 updated, 0 unchanged, 1 rejected");
    }

    @Test
    void offersAnImportOnlyToWhoMayImport() {
        actAs("Vera Sandberg", Role.VIEWER);
        navigate(ImportsView.class);
        assertThat(find(Button.class).withText("Import Advocates (CSV)").exists())
                .isFalse();
    }

    @SuppressWarnings("unchecked") // the query knows the class, not what it holds
    private Grid<ImportSnapshot> grid() {
        return find(Grid.class).single();
    }
}
