package dev.muster.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.muster.common.ui.Icons;

/** A new token, the only time that it can be seen. */
final class FreshTokenDialog extends Dialog {

    private final TextField value = new TextField(getTranslation("security.tokens.value"));
    private final Button copy = new Button(getTranslation("security.tokens.copy"), Icons.COPY.create());
    private final Button done = new Button(getTranslation("security.tokens.done"));
    private final Div warning = new Div(Icons.ALERT.create(), new Span(getTranslation("security.tokens.not-copied")));
    private boolean isSafe;

    FreshTokenDialog(String name, String token) {
        Clipboard.onClick(copy).writeText(token, copied -> markCopied(), failure -> copyByHand());
        done.addClickListener(click -> leave());
        addDialogCloseActionListener(closing -> leave());

        value.setValue(token);
        value.setReadOnly(true);
        value.setAutoselect(true);
        value.setWidthFull();
        value.addClassName("token-value");
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        done.addClassName("aura-accent-neutral");
        warning.addClassNames("note", "note-warn");
        warning.getElement().setAttribute("role", "alert");
        warning.setVisible(false);
        setHeaderTitle(getTranslation("security.tokens.made", name));
        setWidth("560px");
        setCloseOnOutsideClick(false);
        var body = new Div(new Paragraph(getTranslation("security.tokens.copy-now")), value, warning);
        body.addClassName("dialog-body");
        add(body);
        getFooter().add(done, copy);
        addOpenedChangeListener(change -> value.focus());
    }

    private void markCopied() {
        isSafe = true;
        copy.setText(getTranslation("security.tokens.copied"));
        copy.setIcon(Icons.CHECK.create());
        warning.setVisible(false);
        done.setText(getTranslation("security.tokens.done"));
    }

    /** Without https a page may not write to the clipboard. */
    private void copyByHand() {
        isSafe = true;
        value.setHelperText(getTranslation("security.tokens.copy-by-hand"));
        value.focus();
    }

    /** Asks once before the token is lost. */
    private void leave() {
        if (isSafe) {
            close();
        } else {
            isSafe = true;
            warning.setVisible(true);
            done.setText(getTranslation("security.tokens.close-anyway"));
        }
    }
}
