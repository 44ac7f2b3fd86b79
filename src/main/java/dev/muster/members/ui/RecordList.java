package dev.muster.members.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSingleSelectionModel;
import dev.muster.common.ui.EmptyState;
import dev.muster.common.ui.Icons;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The list of all records of a {@link ListAndFormPage}: few enough to be read whole. One of them is open, and selected.
 *
 * @param <T> a row of the list
 */
final class RecordList<T> extends Composite<Grid<T>> {

    private static final Logger LOG = LoggerFactory.getLogger(RecordList.class);

    private final transient Source<T> source;
    private transient List<T> rows = List.of();
    private transient @Nullable T open;

    /** Where the records come from. */
    interface Source<T> {

        /** Returns the address of the list. */
        String path();

        /** Returns all rows, in their order. */
        List<T> load();

        /** Returns what identifies {@code row} in the address. */
        long idOf(T row);

        /** Returns what stands in the place of a list without rows. */
        EmptyState emptyState();

        /** Is told whether the empty state stands there. */
        void showEmpty(boolean isEmpty);
    }

    /**
     * Creates the list, without rows and columns.
     *
     * @param choose is told which row somebody clicks
     */
    RecordList(Source<T> source, String label, Consumer<T> choose) {
        this.source = source;
        grid().setAriaLabel(label);
        ((GridSingleSelectionModel<T>) grid().setSelectionMode(Grid.SelectionMode.SINGLE)).setDeselectAllowed(false);
        grid().asSingleSelect().addValueChangeListener(selection -> {
            if (selection.isFromClient() && selection.getValue() != null) {
                choose.accept(selection.getValue());
            }
        });
    }

    @Override
    protected Grid<T> initContent() {
        return new Grid<>();
    }

    /** Returns what the rows are shown in, for its columns. */
    Grid<T> grid() {
        return getContent();
    }

    /** Returns the rows as they were last loaded. */
    List<T> rows() {
        return rows;
    }

    /** Returns the row that {@code id} stands for in the address. */
    Optional<T> find(String id) {
        return rows.stream()
                .filter(row -> id.equals(String.valueOf(source.idOf(row))))
                .findFirst();
    }

    /** Loads the rows again; the one that is open stays selected. */
    void refresh() {
        try {
            show(source.load());
        } catch (DataAccessException e) {
            LOG.error("The list of {} could not be loaded; the page offers to try again.", source.path(), e);
            source.showEmpty(false);
            fill(List.of(), failedState());
        }
    }

    /** Loads the rows again, since others may have changed them; nothing moves where they did not, or cannot be told. */
    void follow() {
        try {
            List<T> loaded = source.load();
            if (!loaded.equals(rows)) {
                show(loaded);
            }
        } catch (DataAccessException e) {
            LOG.warn("The list of {} could not be loaded; the page keeps the one before.", source.path(), e);
        }
    }

    private void show(List<T> loaded) {
        source.showEmpty(loaded.isEmpty());
        fill(loaded, source.emptyState());
    }

    private void fill(List<T> newRows, EmptyState emptyState) {
        rows = newRows;
        grid().setEmptyStateComponent(emptyState);
        grid().setItems(rows).setIdentifierProvider(source::idOf);
        grid().select(open);
    }

    private EmptyState failedState() {
        var again = new Button(getTranslation("members.list.try-again"), _ -> refresh());
        return new EmptyState(Icons.ALERT, getTranslation("members.list.failed"), "", again);
    }

    /** Returns the row that is open; null where none is. */
    @Nullable
    T open() {
        return open;
    }

    /** Selects {@code row}, which is open now; null for none. */
    void select(@Nullable T row) {
        open = row;
        grid().select(row);
    }

    /** Moves the focus to {@code row}. */
    void focus(T row) {
        RowFocus.move(grid(), source.path() + "/" + source.idOf(row));
    }
}
