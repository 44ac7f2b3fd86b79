package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.LinkedHashMap;
import java.util.Map;

/** The steps of the import dialog at the left, in any order, and beside them the one that is chosen. */
final class StepRail extends Composite<Div> {

    private final Tabs rail = new Tabs();
    private final Map<StepTab, Component> bodies = new LinkedHashMap<>();
    private transient Runnable onWays = () -> {};

    StepRail() {
        rail.setOrientation(Tabs.Orientation.VERTICAL);
        rail.addClassName("imp-rail");
        rail.getElement().setAttribute("aria-label", getTranslation("imports.dialog.steps"));
        rail.addSelectedChangeListener(_ -> showSelected());
        getContent().addClassName("imp-dialog-body");
        getContent().add(rail);
    }

    /** Adds a step after those that are there. The first one is shown. */
    void add(StepTab tab, Component body) {
        body.addClassName("imp-step-body");
        bodies.put(tab, body);
        getContent().add(body);
        rail.add(tab);
        showSelected();
    }

    void select(StepTab tab) {
        rail.setSelectedTab(tab);
    }

    /** Goes to the step before the one that is shown, or after it; past an end, or a step that is off, nowhere. */
    void move(int by) {
        if (canMove(by)) {
            rail.setSelectedIndex(rail.getSelectedIndex() + by);
        }
    }

    boolean canMove(int by) {
        int next = rail.getSelectedIndex() + by;
        return next >= 0 && next < bodies.size() && rail.getTabAt(next).isEnabled();
    }

    /** Opens a step, or closes it until there is something to see in it. */
    void open(StepTab tab, boolean isOpen) {
        tab.setEnabled(isOpen);
        onWays.run();
    }

    /** Has {@code listener} called whenever another step is shown, opened or closed. */
    void whenWaysChange(Runnable listener) {
        onWays = listener;
    }

    boolean isSelected(StepTab tab) {
        return tab.equals(rail.getSelectedTab());
    }

    private void showSelected() {
        bodies.forEach((tab, body) -> body.setVisible(isSelected(tab)));
        onWays.run();
    }
}
