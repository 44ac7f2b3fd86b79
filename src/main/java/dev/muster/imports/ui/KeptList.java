package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.SearchField;
import dev.muster.imports.ImportId;
import dev.muster.imports.KeptFilter;
import dev.muster.imports.KeptReason;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an undo leaves as it is, with what narrows it down. */
final class KeptList extends Composite<Section> {

    /** So many need no list that scrolls by itself. */
    private static final int FEW = 6;

    private final FilterChip<KeptReason> reason;
    private final KeptGrid grid;
    private transient KeptFilter filter = KeptFilter.ALL;

    /**
     * @param counts how much there is for each reason
     */
    KeptList(UndoSource source, ImportId run, Map<KeptReason, Long> counts) {
        var search = new SearchField(
                getTranslation("imports.undo.search"), text -> show(new KeptFilter(filter.reason(), text)));
        var count = new Span();
        reason = new FilterChip<>(getTranslation("imports.undo.reason"), this::choose);
        grid = new KeptGrid(source, run);
        grid.getLazyDataView().addItemCountChangeListener(event -> {
            count.setText(getTranslation("imports.undo.count", event.getItemCount()));
            grid.setAllRowsVisible(event.getItemCount() <= FEW);
        });

        Map<KeptReason, String> words = new LinkedHashMap<>();
        counts.keySet().forEach(one -> words.put(one, UndoWords.shortly(one)));
        reason.setChoices(words);
        reason.setVisible(words.size() > 1);
        count.addClassNames("muted", "imp-count");
        var bar = new Div(search, reason, count);
        bar.addClassNames("toolbar", "imp-rows-bar");
        getContent().addClassName("imp-kept");
        getContent().getElement().setAttribute("aria-label", getTranslation("imports.undo.kept"));
        getContent().add(bar, grid);
    }

    private void choose(@Nullable KeptReason chosen) {
        reason.setValue(chosen);
        show(new KeptFilter(chosen, filter.search()));
    }

    private void show(KeptFilter next) {
        filter = next;
        grid.show(next);
    }
}
