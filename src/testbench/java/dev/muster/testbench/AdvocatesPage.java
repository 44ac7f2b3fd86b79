package dev.muster.testbench;

import com.vaadin.flow.component.grid.testbench.GridElement;
import com.vaadin.flow.component.menubar.testbench.MenuBarElement;
import com.vaadin.testbench.HasElementQuery;

/** The Advocates page. */
record AdvocatesPage(HasElementQuery page) {

    ImportDialog openImport() {
        MenuBarElement actions = page.$(MenuBarElement.class).withTextContaining("Actions").waitForFirst();
        actions.getButtons()
                .getFirst()
                .openSubMenu()
                .getMenuItem("Import Advocates (CSV)")
                .orElseThrow()
                .click();
        return new ImportDialog(page);
    }

    int rows() {
        return page.$(GridElement.class).waitForFirst().getRowCount();
    }
}
