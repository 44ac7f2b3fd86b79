package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import dev.muster.imports.ImportSnapshot;

/** The progress panel on top of the import's page. */
final class ProgressCard extends Composite<Div> {

    private final ProgressPanel panel;

    ProgressCard(boolean mayCancel, Runnable onCancel) {
        panel = new ProgressPanel(mayCancel, () -> new CancelImportDialog(onCancel).open());
        var foot = new Div(panel.cancel());
        foot.addClassName("imp-foot");
        getContent().addClassNames("card", "imp-progress-card");
        getContent().add(panel, foot);
    }

    void show(ImportSnapshot one) {
        panel.show(one);
    }
}
