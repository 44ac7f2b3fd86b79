package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.StateBadge;
import dev.muster.common.ui.Times;
import dev.muster.imports.ImportSnapshot;

/** One import in the chip's popover. */
final class ChipEntry extends Composite<Div> {

    private final StateBadge state;
    private final Paragraph failure = new Paragraph();
    private final ProgressPanel panel;

    /**
     * @param onLeave called when the reader goes to the import's page
     */
    ChipEntry(ImportSnapshot one, ImportActions actions, Times times, Runnable onLeave) {
        state = new StateBadge(ImportWords.state(one));
        panel = new ProgressPanel(
                actions.mayChange() && !one.takesBack(),
                () -> new CancelImportDialog(() -> actions.cancel().accept(one.id())).open());
        var open = new Button(getTranslation("imports.open"), _ -> {
            onLeave.run();
            actions.open()
                    .accept(one.takesBack() && one.undo() != null ? one.undo().of() : one.id());
        });
        open.addThemeVariants(ButtonVariant.PRIMARY);

        var file = new Span(one.fileName());
        file.setTitle(one.fileName());
        file.addClassName("imp-file");
        var start = new Span(getTranslation(
                one.takesBack() ? "imports.undo.start" : "imports.panel.start",
                one.startedBy(),
                times.timeOfDay(one.createdAt()),
                ImportWords.as(one.kind())));
        start.addClassName("muted");
        var icon = new Span(Icons.TABLE.create());
        icon.addClassName("imp-tile-icon");
        var title = new Div(file, state);
        title.addClassName("imp-title");
        var names = new Div(title, start);
        names.addClassName("imp-names");
        var head = new Div(icon, names);
        head.addClassName("imp-head");
        var foot = new Div(panel.cancel(), open);
        foot.addClassName("imp-foot");
        failure.addClassName("imp-failure");
        getContent().addClassName("imp-entry");
        getContent().add(head, failure, panel, foot);
        show(one);
    }

    void show(ImportSnapshot one) {
        state.show(ImportWords.state(one));
        panel.show(one);
        panel.cancel().setVisible(panel.cancel().isVisible() && one.state().isActive());
        failure.setVisible(one.failure() != null);
        if (one.failure() != null) {
            failure.setText(one.failure().message());
        }
    }
}
