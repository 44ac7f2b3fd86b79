package dev.muster.imports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import dev.muster.common.ui.Icons;

/** The cross in the corner of a dialog. */
final class CloseButton extends Button {

    CloseButton(Dialog dialog) {
        super(Icons.X.create(), _ -> dialog.close());
        addThemeVariants(ButtonVariant.TERTIARY);
        addClassName("aura-accent-neutral");
        setAriaLabel(getTranslation("imports.dialog.close"));
        setTooltipText(getTranslation("imports.dialog.close"));
    }
}
