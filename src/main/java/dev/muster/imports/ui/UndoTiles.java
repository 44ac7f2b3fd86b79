package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import dev.muster.imports.ImportUndo;

/** The four counts of an undo, side by side. */
final class UndoTiles extends Composite<DescriptionList> {

    private final DescriptionList.Description members = add("members");
    private final DescriptionList.Description restored = add("restored");
    private final DescriptionList.Description memberships = add("memberships");
    private final DescriptionList.Description kept = add("kept");

    UndoTiles() {
        getContent().addClassName("imp-tiles");
    }

    private DescriptionList.Description add(String name) {
        var number = new DescriptionList.Description();
        var tile = new Div(new DescriptionList.Term(getTranslation("imports.undo.tile." + name)), number);
        tile.addClassName("imp-tile");
        getContent().add(tile);
        return number;
    }

    void show(ImportUndo undo) {
        members.setText(ImportWords.number(undo.members()));
        restored.setText(ImportWords.number(undo.restored()));
        memberships.setText(ImportWords.number(undo.memberships()));
        kept.setText(ImportWords.number(undo.kept()));
    }
}
