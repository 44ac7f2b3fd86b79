package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.SearchField;
import dev.muster.common.ui.Toasts;
import dev.muster.imports.FixSheet;
import dev.muster.imports.ImportedRow;
import dev.muster.imports.IssueGroup;
import dev.muster.imports.Outcome;
import dev.muster.imports.RowFilter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of an import with what narrows them down; rejected ones can be put right here. */
final class RowsSection extends Composite<Section> {

    /** Reads the rows of one import. */
    interface Rows {

        List<ImportedRow> rows(RowFilter filter, int offset, int limit);

        long count(RowFilter filter);
    }

    private final Consumer<RowFilter> onFilter;
    private final @Nullable FixSource fixing;
    private final SearchField search;
    private final FilterChip<Outcome> result;
    private final FilterChip<String> message;
    private final Span count = new Span();
    private final FixBar fixBar;
    private final RowsGrid grid;
    private @Nullable FixGrid fixGrid;
    private RowFilter filter = RowFilter.ALL;

    /**
     * @param fixing the rejected rows; null for whoever may only look
     * @param onFilter called when the reader wants to see other rows
     */
    RowsSection(Rows rows, @Nullable FixSource fixing, Consumer<RowFilter> onFilter) {
        this.onFilter = onFilter;
        this.fixing = fixing;
        result = new FilterChip<>(getTranslation("imports.rows.result"), this::chooseOutcome);
        message = new FilterChip<>(getTranslation("imports.rows.message"), this::chooseMessage);
        fixBar = new FixBar(this::toggleFixing, this::importCorrected);
        grid = new RowsGrid(new RowsGrid.Source() {
            @Override
            public List<ImportedRow> rows(int offset, int limit) {
                return rows.rows(filter, offset, limit);
            }

            @Override
            public long count() {
                return rows.count(filter);
            }
        });
        grid.getLazyDataView().addItemCountChangeListener(event -> showCount(event.getItemCount()));

        search = new SearchField(
                getTranslation("imports.rows.search"),
                text -> onFilter.accept(new RowFilter(filter.outcome(), filter.messageKey(), text)));
        count.addClassName("muted");
        var end = new Div(count, fixBar);
        end.addClassName("imp-rows-end");
        var bar = new Div(new H2(getTranslation("imports.page.rows")), search, result, message, end);
        bar.addClassNames("toolbar", "imp-rows-bar");
        grid.setEmptyStateText(getTranslation("imports.rows.none"));
        getContent().addClassName("imp-rows");
        getContent().add(bar, grid);
    }

    /**
     * Offers {@code issues} as filter and shows the rows that {@code next} lets through, read anew.
     *
     * @param hasRejected whether any row can be put right
     */
    void show(RowFilter next, List<IssueGroup> issues, boolean hasRejected) {
        filter = next;
        search.setValue(next.search());
        result.setChoices(outcomes());
        Map<String, String> messages = new LinkedHashMap<>();
        issues.forEach(issue -> messages.put(issue.messageKey(), issue.message()));
        message.setChoices(messages);
        result.setValue(next.outcome());
        message.setValue(next.messageKey());
        fixBar.setVisible(fixing != null && hasRejected);
        showCorrected();
        if (fixGrid != null && next.outcome() == Outcome.REJECTED) {
            fixGrid.show(next);
        } else {
            stopFixing();
            grid.getDataProvider().refreshAll();
        }
    }

    private void showCount(int rows) {
        count.setText(ImportWords.rows(rows));
    }

    private Map<Outcome, String> outcomes() {
        Map<Outcome, String> words = new LinkedHashMap<>();
        Arrays.stream(Outcome.values())
                .forEach(outcome -> words.put(outcome, getTranslation(ImportWords.key(outcome))));
        return words;
    }

    private void chooseOutcome(@Nullable Outcome outcome) {
        onFilter.accept(new RowFilter(outcome, filter.messageKey(), filter.search()));
    }

    private void chooseMessage(@Nullable String key) {
        onFilter.accept(new RowFilter(filter.outcome(), key, filter.search()));
    }

    private void toggleFixing() {
        if (fixGrid != null) {
            stopFixing();
            grid.getDataProvider().refreshAll();
        } else if (fixing != null) {
            switch (fixing.sheet()) {
                case FixSheet.Columns sheet -> startFixing(new FixGrid(sheet.columns(), fixing, this::showCorrected));
                case FixSheet.Unusable(var problem) -> Toasts.error(problem.message());
            }
        }
    }

    private void startFixing(FixGrid next) {
        fixGrid = next;
        next.getLazyDataView().addItemCountChangeListener(event -> showCount(event.getItemCount()));
        getContent().replace(grid, next);
        fixBar.setOn(true);
        onFilter.accept(new RowFilter(Outcome.REJECTED, filter.messageKey(), filter.search()));
    }

    private void stopFixing() {
        if (fixGrid != null) {
            getContent().replace(fixGrid, grid);
            fixGrid = null;
            fixBar.setOn(false);
        }
    }

    private void showCorrected() {
        if (fixing != null && fixBar.isVisible()) {
            fixBar.showReady(fixing.ready());
        }
    }

    private void importCorrected() {
        if (fixing != null && !fixing.importReady()) {
            Toasts.done(getTranslation("imports.fix.all-imported"));
            showCorrected();
            if (fixGrid != null) {
                fixGrid.show(filter);
            }
        }
    }
}
