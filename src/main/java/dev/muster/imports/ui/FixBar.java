package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.Icons;

/** {@code Fix here}, and how many rows are corrected and can be imported. */
final class FixBar extends Composite<Div> {

    private final Span corrected = new Span();
    private final Button fix;
    private final Button start;

    /**
     * @param onFix called when somebody wants to begin or to end
     * @param onImport called to import what is corrected
     */
    FixBar(Runnable onFix, Runnable onImport) {
        fix = new Button(getTranslation("imports.fix.here"), Icons.EDIT.create(), _ -> onFix.run());
        fix.addClassNames("aura-accent-neutral", "imp-fix-toggle");
        start = new Button("", _ -> onImport.run());
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.setDisableOnClick(true);
        corrected.addClassName("imp-corrected");
        corrected.getElement().setAttribute("role", "status");
        getContent().addClassName("imp-fix-bar");
        getContent().add(corrected, fix, start);
        setOn(false);
        showReady(0);
    }

    void setOn(boolean isOn) {
        fix.getElement().setAttribute("aria-pressed", Boolean.toString(isOn));
        fix.setClassName("chip-on", isOn);
    }

    void showReady(long rows) {
        corrected.setText(rows == 0 ? "" : getTranslation("imports.fix.corrected", rows));
        start.setText(getTranslation("imports.fix.import", rows));
        start.setVisible(rows > 0);
        start.setEnabled(true);
    }
}
