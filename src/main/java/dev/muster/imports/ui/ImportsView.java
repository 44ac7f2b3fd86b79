package dev.muster.imports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import dev.muster.common.ui.EmptyState;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Page;
import dev.muster.common.ui.SearchField;
import dev.muster.common.ui.SpokenText;
import dev.muster.common.ui.Times;
import dev.muster.imports.ImportDesk;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** All imports, those that run on top and live. */
@Route("imports")
@Menu(order = 125, title = "nav.imports", icon = "download")
@RolesAllowed(Role.Names.VIEWER)
class ImportsView extends Page {

    private final LiveImports live;
    private final ImportCells cells;
    private final Grid<ImportSnapshot> grid = new Grid<>();
    private final SearchField search = new SearchField(getTranslation("imports.list.search"), _ -> showFound());
    private List<ImportId> active = List.of();

    ImportsView(ImportDesk imports, ImportDialogs dialogs, LiveImports live, ImportAccess access, Times times) {
        super("nav.imports");
        this.live = live;
        cells = new ImportCells(access.actions(), times);
        var start = new Button(getTranslation("imports.dialog.title"), _ -> dialogs.open());
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.setVisible(access.mayImport());

        grid.setDataProvider(new CallbackDataProvider<ImportSnapshot, Void>(
                query -> imports.list(search.getValue(), query.getOffset(), query.getLimit()).stream(),
                _ -> (int) Math.min(Integer.MAX_VALUE, imports.count(search.getValue())),
                ImportSnapshot::id));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        addColumns();
        showFound();
        new PhoneColumn<>(grid, cells::onPhone);

        addActions(start);
        var bar = new Div(search);
        bar.addClassName("toolbar");
        search.addClassNames("search-field", "takes-search-key");
        add(bar, grid);
    }

    private void showFound() {
        grid.setEmptyStateComponent(
                search.isEmpty()
                        ? new EmptyState(
                                Icons.DOWNLOAD,
                                getTranslation("imports.list.empty"),
                                getTranslation("imports.list.empty.explanation"))
                        : new EmptyState(Icons.SEARCH, getTranslation("imports.list.none-found"), ""));
        grid.getDataProvider().refreshAll();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            Signal.effect(this, () -> follow(live.board().get()));
        }
    }

    /** Redraws the rows of imports that run; when one begins or ends, the order changes and all is read anew. */
    private void follow(ImportBoard board) {
        List<ImportId> now = board.active().stream().map(ImportSnapshot::id).toList();
        if (now.equals(active)) {
            board.active().forEach(grid.getDataProvider()::refreshItem);
        } else {
            active = now;
            grid.getDataProvider().refreshAll();
        }
    }

    private void addColumns() {
        fixed(grid.addComponentColumn(cells::started), "started", "130px");
        grid.addComponentColumn(cells::file).setHeader(header("file")).setFlexGrow(1);
        fixed(grid.addComponentColumn(cells::by), "by", "58px");
        fixed(grid.addColumn(one -> ImportWords.kind(one.kind())), "as", "98px");
        fixed(grid.addColumn(cells::rows), "rows", "96px").setTextAlign(ColumnTextAlign.END);
        fixed(grid.addComponentColumn(cells::outcome), "outcome", "116px");
        fixed(grid.addComponentColumn(cells::state), "state", "160px");
        fixed(grid.addColumn(cells::duration), "duration", "88px").setTextAlign(ColumnTextAlign.END);
        grid.addComponentColumn(cells::menu)
                .setHeader(new SpokenText(getTranslation("common.list.actions")))
                .setWidth("60px")
                .setFlexGrow(0);
    }

    private Grid.Column<ImportSnapshot> fixed(Grid.Column<ImportSnapshot> column, String name, String width) {
        return column.setHeader(header(name)).setWidth(width).setFlexGrow(0);
    }

    private String header(String name) {
        return getTranslation("imports.list." + name);
    }
}
