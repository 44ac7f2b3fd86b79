package dev.muster.members.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import dev.muster.common.ui.NewMembers;
import java.util.List;

/** Says how many members came while the list kept still, such as by an import, and offers to show them. */
final class NewMembersBar extends Composite<Div> {

    private final transient List<NewMembers> sources;
    private final Span words = new Span();
    private long known;

    /**
     * Creates the bar.
     *
     * @param onShow is told to read the list anew
     */
    NewMembersBar(List<NewMembers> sources, Runnable onShow) {
        this.sources = sources;
        words.getElement().setAttribute("role", "status");
        getContent().addClassNames("note", "new-members");
        getContent().add(words, new Button(getTranslation("members.new.show"), _ -> onShow.run()));
        setVisible(false);
        Signal.effect(this, () -> show(number()));
    }

    /** Counts from here on, since the list was read. */
    void restart() {
        known = Signal.untracked(this::number);
        setVisible(false);
    }

    private void show(long number) {
        long fresh = number - known;
        setVisible(fresh > 0);
        if (fresh > 0) {
            words.setText(getTranslation("members.new.count", fresh));
        }
    }

    private long number() {
        return sources.stream().mapToLong(source -> source.number().get()).sum();
    }
}
