package dev.muster.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks before a token stops working for good. The focus starts on the button that does nothing. */
final class RevokeDialog extends Dialog {

    RevokeDialog(String question, String consequence, Runnable onRevoke) {
        var cancel = new Button(getTranslation("security.admins.cancel"), click -> close());
        cancel.addClassName("aura-accent-neutral");
        var revoke = new Button(getTranslation("security.tokens.revoke"));
        revoke.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        revoke.setDisableOnClick(true);

        revoke.addClickListener(click -> {
            close();
            onRevoke.run();
        });

        setHeaderTitle(question);
        setRole("alertdialog");
        setWidth("440px");
        cancel.setAutofocus(true);
        add(new Paragraph(consequence));
        getFooter().add(cancel, revoke);
    }
}
