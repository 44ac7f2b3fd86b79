package dev.muster.common.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;

/** The one live region of a tab: what happens without a page change, said to screen readers. */
public final class Announcer extends Div {

    /** Creates the live region; the shell does so, once per tab. */
    public Announcer() {
        addClassName("sr-only");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("aria-live", "polite");
        addAttachListener(attach -> ComponentUtil.setData(attach.getUI(), Announcer.class, this));
    }

    /** Has {@code text} read out when the reader pauses; nothing happens on a page outside the shell. */
    public static void say(UI ui, String text) {
        Announcer announcer = ComponentUtil.getData(ui, Announcer.class);
        if (announcer != null) {
            // A new element is read even where its text is that of the one before.
            announcer.removeAll();
            announcer.add(new Div(text));
        }
    }
}
