package dev.muster.imports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.ImportPart;
import dev.muster.common.ui.Page;
import dev.muster.common.ui.State;
import dev.muster.common.ui.StateBadge;
import dev.muster.common.ui.Times;
import dev.muster.imports.ImportDesk;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportResults;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportedRow;
import dev.muster.imports.RowFilter;
import dev.muster.imports.UndoRefusal;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** One import: how far it is while it runs, and what came of it. */
@Route("imports/:" + ImportView.ID + "([0-9]{1,18})")
@RolesAllowed(Role.Names.VIEWER)
class ImportView extends Page implements BeforeEnterObserver {

    static final String ID = "importId";

    private final ImportDesk imports;
    private final ImportResults results;
    private final LiveImports live;
    private final ImportActions actions;
    private final Times times;
    private final StateBadge state = new StateBadge(State.QUEUED);
    private final ProgressCard progress;
    private final ImportNote note;
    private final ResultPanel result;
    private final Button again;
    private final Button undo;
    private final UndoSection undone;
    private final List<ImportPart> parts;
    private final Div more = new Div();
    private @Nullable ImportSnapshot shown;
    private RowFilter filter = RowFilter.ALL;

    ImportView(
            ImportDesk imports,
            ImportResults results,
            LiveImports live,
            ImportAccess access,
            Times times,
            ObjectProvider<ImportPart> parts) {
        super("imports.page.title");
        this.imports = imports;
        this.results = results;
        this.live = live;
        this.actions = access.actions();
        this.times = times;
        this.parts = parts.orderedStream().toList();
        progress = new ProgressCard(actions.mayChange(), () -> actions.cancel().accept(id()));
        note = new ImportNote(actions.mayChange(), this::resume);
        var errors = new CsvLink(
                getTranslation("imports.page.download.errors"),
                () -> "errors-" + fileName(),
                out -> results.writeErrors(id(), out));
        result = new ResultPanel(new Rows(), access.fixing(this::id), errors, this::remember);
        var wholeResult = new CsvLink(
                getTranslation("imports.page.download"),
                () -> "result-" + fileName(),
                out -> results.writeResult(id(), out));

        addBesideHeading(state);
        var file = new CsvLink(
                getTranslation("imports.page.download.file"), this::fileName, out -> results.writeFile(id(), out));
        again = new Button(
                getTranslation("imports.page.again"),
                Icons.REFRESH.create(),
                _ -> actions.again().accept(id()));
        again.addClassNames("aura-accent-neutral", "imp-again");
        undo = new Button(
                getTranslation("imports.undo"),
                Icons.UNDO.create(),
                _ -> actions.undo().accept(current()));
        undo.addClassNames("aura-accent-neutral", "imp-undo-button");
        undone = new UndoSection(
                access.undos(), times, () -> show(imports.find(id()).orElse(current())));
        addActions(again, undo, new ImportMenu(List.of(wholeResult, file)));
        add(new BackToImports(), progress, undone, note, result, more);
    }

    /** The rows of the import that is shown. */
    private final class Rows implements RowsSection.Rows {

        @Override
        public List<ImportedRow> rows(RowFilter narrowed, int offset, int limit) {
            return results.rows(id(), narrowed, offset, limit);
        }

        @Override
        public long count(RowFilter narrowed) {
            return results.count(id(), narrowed);
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long number = event.getRouteParameters().getLong(ID).orElseThrow(NotFoundException::new);
        filter = RowsAddress.read(event.getLocation().getQueryParameters());
        show(imports.find(new ImportId(number)).filter(one -> !one.isCheck()).orElseThrow(NotFoundException::new));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            Signal.effect(this, () -> live.board().get().find(id()).ifPresent(this::follow));
        }
    }

    /**
     * Takes in what the feed says about this import. What it says of one that has ended, or has ended here, is read again:
     * its news may be half a second old, and an import that has ended seldom goes on.
     */
    void follow(ImportSnapshot next) {
        ImportSnapshot before = current();
        if (before.state().isActive() && next.state().isActive()) {
            if (next.processed() >= before.processed()) {
                show(next);
            }
        } else if (before.state() != next.state() || before.processed() != next.processed()) {
            show(imports.find(next.id()).orElse(next));
        }
    }

    private void show(ImportSnapshot one) {
        boolean isActive = one.state().isActive();
        shown = one;
        setHeading(one.fileName());
        setSubtitle(ImportFacts.line(one, times));
        state.show(ImportWords.state(one));
        progress.setVisible(isActive);
        note.show(one);
        undone.show(one);
        undo.setVisible(actions.mayChange() && UndoRefusal.of(one).isEmpty());
        again.setVisible(!isActive && actions.mayChange());
        result.setVisible(!isActive && one.processed() > 0);
        showMore(!isActive && one.created() > 0);
        if (isActive) {
            progress.show(one);
        } else if (result.isVisible()) {
            result.show(one, results.issueGroups(one.id()), filter);
        }
    }

    /** Shows what other features say about its members, once there are any. */
    private void showMore(boolean hasMembers) {
        if (!hasMembers) {
            more.removeAll();
        } else if (more.getComponentCount() == 0) {
            parts.forEach(part -> more.add(part.of(id().value())));
        }
    }

    private void resume() {
        actions.resume().accept(id());
        show(imports.find(id()).orElse(current()));
    }

    /** Keeps the filter in the address, so that a reload or a link brings it back. */
    private void remember(RowFilter next) {
        filter = next;
        var address = new Location("imports/" + id().value(), RowsAddress.write(next));
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, address));
    }

    private ImportId id() {
        return current().id();
    }

    private String fileName() {
        return current().fileName();
    }

    private ImportSnapshot current() {
        if (shown == null) {
            throw new IllegalStateException("The page shows no import yet.");
        }
        return shown;
    }
}
