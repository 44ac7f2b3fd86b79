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
    private final transient Reader reader;
    private final Span words = new Span();
    private long known;

    /** Whoever reads the list. */
    interface Reader {

        /** Tells whether there is nothing to keep still, since the hub is empty so far. */
        boolean seesNobody();

        /** Reads the list anew. */
        void reload();

        /** Goes to where the new members are. */
        void showNewest();
    }

    NewMembersBar(List<NewMembers> sources, Reader reader) {
        this.sources = sources;
        this.reader = reader;
        known = Signal.untracked(this::number);
        words.getElement().setAttribute("role", "status");
        getContent().addClassNames("note", "new-members");
        getContent().add(words, new Button(getTranslation("members.new.show"), _ -> reader.showNewest()));
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
        if (fresh > 0 && reader.seesNobody()) {
            reader.reload();
        } else if (fresh > 0) {
            words.setText(getTranslation("members.new.count", fresh));
        }
    }

    private long number() {
        return sources.stream().mapToLong(source -> source.number().get()).sum();
    }
}
