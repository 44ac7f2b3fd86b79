package dev.muster.members.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Asks whose changes stay, where somebody else has saved what is being edited. */
final class TwoVersions extends Div {

    private static final long serialVersionUID = 1;

    TwoVersions() {
        addClassNames("note", "note-warn");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /**
     * Asks.
     *
     * @param who the other one
     * @param loadTheirs is told to show what the other one saved
     * @param keepMine is told to save over it
     */
    void ask(String who, Runnable loadTheirs, Runnable keepMine) {
        removeAll();
        add(
                new Span(getTranslation("members.profile.changed-meanwhile", who)),
                button("members.profile.load-theirs", loadTheirs),
                button("members.profile.keep-mine", keepMine));
        setVisible(true);
    }

    private Button button(String key, Runnable deed) {
        var button = new Button(getTranslation(key), _ -> deed.run());
        button.addClassName("aura-accent-neutral");
        return button;
    }
}
