package dev.muster.members.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import dev.muster.common.ui.Icons;
import java.util.function.BiConsumer;

/** The menu in which columns are hidden and shown. */
final class ColumnChooser extends Composite<MenuBar> {

    /**
     * Creates the menu; all columns are shown.
     *
     * @param onHide takes a column and whether to hide it
     */
    ColumnChooser(BiConsumer<MemberColumn, Boolean> onHide) {
        String label = getTranslation("members.advocates.columns");
        MenuItem root = getContent().addItem(label);
        root.addComponentAsFirst(Icons.COLUMNS.create());
        for (MemberColumn column : MemberColumn.OPTIONAL) {
            MenuItem item = root.getSubMenu().addItem(getTranslation(column.headerKey()));
            item.setCheckable(true);
            item.setChecked(true);
            item.setKeepOpen(true);
            item.addClickListener(_ -> onHide.accept(column, !item.isChecked()));
        }
        getContent().addClassNames("aura-accent-neutral", "columns-menu");
    }
}
