package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.IssueGroup;
import dev.muster.imports.Outcome;
import dev.muster.imports.RowFilter;
import dev.muster.imports.Severity;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What came of an import: the outcome, the messages, the rows. The first two narrow down the third. */
final class ResultPanel extends Composite<Div> {

    private final Consumer<RowFilter> onFilter;
    private final OutcomeCard outcome = new OutcomeCard(this::toggle);
    private final IssuesCard issues;
    private final RowsSection rows;
    private List<IssueGroup> groups = List.of();
    private RowFilter filter = RowFilter.ALL;
    private boolean hasRejected;

    /**
     * @param fixing the rejected rows, to be put right; null for whoever may only look
     * @param download the link to the rejected rows
     * @param onFilter called with the filter that the reader chose, when it is already shown
     */
    ResultPanel(RowsSection.Rows source, @Nullable FixSource fixing, Component download, Consumer<RowFilter> onFilter) {
        this.onFilter = onFilter;
        issues = new IssuesCard(this::toggle, download);
        rows = new RowsSection(source, fixing, this::choose);
        var cards = new Div(outcome, issues);
        cards.addClassName("imp-cards");
        getContent().addClassName("imp-result");
        getContent().add(cards, rows);
    }

    /** Shows what came of the rows of {@code one}, which has come to some. */
    void show(ImportSnapshot one, List<IssueGroup> messages, RowFilter next) {
        groups = List.copyOf(messages);
        filter = next;
        var counts = OutcomeCounts.of(one);
        outcome.show(counts);
        issues.show(groups, counts, one.totalRows() != null && one.processed() < one.totalRows());
        hasRejected = counts.rejected() > 0;
        showFilter();
    }

    private void showFilter() {
        outcome.setPressed(filter.outcome());
        issues.setPressed(filter.messageKey());
        rows.show(filter, groups, hasRejected);
    }

    private void toggle(Outcome pressed) {
        choose(new RowFilter(filter.outcome() == pressed ? null : pressed, null, filter.search()));
    }

    private void toggle(IssueGroup pressed) {
        if (pressed.messageKey().equals(filter.messageKey())) {
            choose(new RowFilter(null, null, filter.search()));
        } else {
            Outcome rejected = pressed.severity() == Severity.ERROR ? Outcome.REJECTED : null;
            choose(new RowFilter(rejected, pressed.messageKey(), filter.search()));
        }
    }

    private void choose(RowFilter next) {
        filter = next;
        showFilter();
        onFilter.accept(next);
    }
}
