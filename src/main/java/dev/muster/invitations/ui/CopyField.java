package dev.muster.invitations.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.muster.common.ui.Icons;

/** A link to copy. Where the browser gives no clipboard, as on plain http, the text is selected and the button says so. */
@JavaScript("context://copy.js")
final class CopyField extends Composite<Div> {

    CopyField(String label, String link) {
        var field = new TextField();
        var copy = new Button(getTranslation("invitations.copy"), Icons.COPY.create());

        copy.addClickListener(_ -> copy.getElement()
                .executeJs(
                        "window.musterCopy(this, $0, $1, $2)",
                        field.getElement(),
                        getTranslation("invitations.copied"),
                        getTranslation("invitations.copy-by-hand")));

        field.setValue(link);
        field.setReadOnly(true);
        field.setAriaLabel(label);
        field.addClassName("grow");
        copy.addClassName("aura-accent-neutral");
        getContent().addClassName("copy-field");
        getContent().add(field, copy);
    }
}
