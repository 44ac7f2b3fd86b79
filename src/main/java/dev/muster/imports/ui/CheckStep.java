package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import dev.muster.common.ui.SearchField;
import dev.muster.imports.FileProblem;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import dev.muster.imports.IssueGroup;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the import would do, before anything is written. */
final class CheckStep extends Composite<Div> {

    private static final int NARROWEST_PX = 200;

    private final Paragraph state = new Paragraph();
    private final ProgressBar progress = new ProgressBar();
    private final CheckTiles tiles = new CheckTiles();
    private final Div bar = new Div();
    private final Tab created = new Tab();
    private final Tab updated = new Tab();
    private final Tab rejected = new Tab();
    private final Tab messages = new Tab();
    private final Tabs segments = new Tabs(created, updated, rejected, messages);
    private final SearchField search = new SearchField(getTranslation("imports.check.search"), _ -> showSegment());
    private final CheckSource source;
    private final RepairChoice repairs;
    private final CheckGrid grid;
    private final Div found;
    private final CsvLink download;
    private transient @Nullable ImportId shown;
    private String fileName = "";

    CheckStep(CheckSource source, RepairChoice repairs) {
        this.source = source;
        this.repairs = repairs;
        grid = new CheckGrid(source);
        segments.addSelectedChangeListener(_ -> showSegment());
        segments.getElement().setAttribute("aria-label", getTranslation("imports.check.segments"));
        state.addClassNames("muted", "imp-check-state");
        state.getElement().setAttribute("role", "status");
        progress.addClassName("imp-bar");
        progress.getElement().setAttribute("aria-label", getTranslation("imports.check.bar"));

        var tools = new Div(segments, search);
        tools.addClassName("imp-check-tools");
        found = new Div(tiles, bar, repairs, tools, grid);
        found.addClassName("imp-check-found");
        download = new CsvLink(
                getTranslation("imports.check.download"),
                () -> "check-" + fileName,
                out -> source.write(Objects.requireNonNull(shown), out));
        var head = new Div(state, download);
        head.addClassName("imp-check-head");
        getContent().addClassName("imp-check");
        getContent().add(head, progress, found);
        showWaiting(getTranslation("imports.dialog.step.waiting"));
    }

    /**
     * Shows that nothing can be checked yet.
     *
     * @param reason what it waits for
     */
    void showWaiting(String reason) {
        shown = null;
        state.setText(reason);
        progress.setVisible(false);
        found.setVisible(false);
        download.setVisible(false);
    }

    /** Shows how far the check is, or what it found. */
    void show(ImportSnapshot one) {
        boolean isDone = one.state() == ImportState.CHECKED;
        FileProblem failure = one.failure();
        state.setText(failure != null ? failure.message() : summary(one));
        progress.setVisible(one.state().isActive());
        progress.setValue(one.percent() / 100.0);
        found.setVisible(isDone);
        download.setVisible(isDone);
        fileName = one.fileName();
        if (isDone && !one.id().equals(shown)) {
            shown = one.id();
            showFound(one);
        }
    }

    /** Returns how the check stands, in a few words. */
    String summary(ImportSnapshot one) {
        if (one.state() != ImportState.CHECKED) {
            return getTranslation("imports.check.percent", one.percent());
        }
        return getTranslation(
                one.rejected() == 0 ? "imports.check.sound" : "imports.check.nothing-written", one.processed());
    }

    private void showFound(ImportSnapshot one) {
        tiles.show(one);
        List<IssueGroup> issues = source.issues(one.id());
        repairs.show(issues);
        var counts = OutcomeCounts.of(one);
        bar.removeAll();
        bar.add(new OutcomeBar(counts, NARROWEST_PX, ImportWords.sentence(counts)));
        created.setLabel(getTranslation("imports.check.new", one.created()));
        updated.setLabel(getTranslation("imports.check.updated", one.updated()));
        rejected.setLabel(getTranslation("imports.check.rejected", one.rejected()));
        messages.setLabel(getTranslation(
                "imports.check.messages",
                issues.stream().mapToLong(IssueGroup::rows).sum()));
        segments.setSelectedTab(one.updated() > 0 ? updated : one.created() > 0 ? created : rejected);
        showSegment();
    }

    private void showSegment() {
        if (shown == null) {
            return;
        }
        int selected = segments.getSelectedIndex();
        search.setVisible(selected < segments.indexOf(messages));
        switch (selected) {
            case 0 -> grid.showCreated(shown, search.getValue());
            case 1 -> grid.showUpdated(shown, search.getValue());
            case 2 -> grid.showRejected(shown, search.getValue());
            default -> grid.showMessages(shown);
        }
    }
}
