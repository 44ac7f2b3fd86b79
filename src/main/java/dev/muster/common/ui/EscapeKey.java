package dev.muster.common.ui;

import com.vaadin.flow.component.Component;

/**
 * The key Esc for what a page itself can end, such as a selection. A shortcut would hear of it as well where a dialog, a
 * menu or the like takes it.
 */
public final class EscapeKey {

    private static final String EVENT = "muster-escape";

    private EscapeKey() {}

    /** Calls {@code onEscape} for as long as {@code shown} is on a page, whenever Esc is pressed and nothing else takes it. */
    public static void follow(Component shown, Runnable onEscape) {
        shown.addAttachListener(attach -> {
            var ui = attach.getUI();
            ui.getPage().addJavaScript("context://escape-key.js");
            var listening = ui.getElement().addEventListener(EVENT, _ -> onEscape.run());
            shown.addDetachListener(detach -> {
                detach.unregisterListener();
                listening.remove();
            });
        });
    }
}
