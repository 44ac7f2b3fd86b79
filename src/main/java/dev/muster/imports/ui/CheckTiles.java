package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.muster.imports.ImportSnapshot;

/** The six counts of a check, side by side. */
final class CheckTiles extends Composite<DescriptionList> {

    CheckTiles() {
        getContent().addClassNames("imp-tiles", "imp-check-tiles");
    }

    void show(ImportSnapshot one) {
        getContent().removeAll();
        tile("created", "imports.check.tile.new", one.created());
        tile("updated", "imports.check.tile.updated", one.updated());
        tile("unchanged", "imports.check.tile.unchanged", one.unchanged());
        tile("rejected", "imports.check.tile.rejected", one.rejected());
        tile("warnings", "imports.check.tile.warnings", one.warnings());
        tile("invitations", "imports.check.tile.invitations", one.invitationsQueued());
    }

    private void tile(String look, String key, long number) {
        var dot = new Span();
        dot.addClassNames("imp-dot", "imp-" + look);
        dot.getElement().setAttribute("aria-hidden", "true");
        var term = new DescriptionList.Term();
        term.add(dot, new Span(getTranslation(key)));
        var tile = new Div(term, new DescriptionList.Description(ImportWords.number(number)));
        tile.addClassName("imp-tile");
        getContent().add(tile);
    }
}
