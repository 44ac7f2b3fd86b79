package dev.muster.imports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/**
 * A primary button that is off from the moment it is clicked, and says what goes on. The browser does both by itself,
 * so that a second click cannot get through, however long the server takes.
 */
final class BusyButton extends Button {

    private static final long serialVersionUID = 1;
    private static final String SAY = "[...this.childNodes].find(n => n.nodeType === Node.TEXT_NODE).nodeValue = $0;";

    /**
     * @param textKey the key of what it says
     * @param busyKey the key of what it says once it was clicked
     */
    BusyButton(String textKey, String busyKey) {
        setText(getTranslation(textKey));
        addThemeVariants(ButtonVariant.PRIMARY);
        setDisableOnClick(true);
        addAttachListener(_ -> getElement()
                .executeJs(
                        "this.addEventListener('click', () => {" + SAY + "}, {capture: true})",
                        getTranslation(busyKey)));
    }

    /** Says something else from here on. */
    void say(String textKey) {
        setText(getTranslation(textKey));
    }

    /** Offers the button again, after what it did has failed. */
    void again() {
        setEnabled(true);
        getElement().executeJs(SAY, getText());
    }
}
