package dev.muster.members.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import dev.muster.common.ui.NewMembers;
import java.util.List;

/**
 * Says how many members came into the list while it kept still, such as by an import, and offers to show them. A list
 * that is empty since nobody was in the hub shows them by itself once they are all there: before, it would have to count
 * them again and again, on every page that is open.
 */
final class NewMembersBar extends Composite<Div> {

    private final transient List<NewMembers> sources;
    private final transient Reader reader;
    private final Span words = new Span();
    private transient NewMembers.Count known;
    private boolean awaited;

    /** Whoever reads the list. */
    interface Reader {

        /** Tells whether there is nothing to keep still, since the hub is empty so far. */
        boolean seesNobody();

        /** Says that the first members are on their way. */
        void awaitMembers();

        /** Returns how many of those who {@code came} are in the list; 0 where that cannot be told without reading it. */
        long listed(NewMembers.Count came);

        /** Reads the list anew. */
        void reload();
    }

    NewMembersBar(List<NewMembers> sources, Reader reader) {
        this.sources = sources;
        this.reader = reader;
        known = Signal.untracked(this::count);
        words.getElement().setAttribute("role", "status");
        getContent().addClassNames("note", "new-members");
        getContent().add(words, new Button(getTranslation("members.new.show"), _ -> reader.reload()));
        setVisible(false);
        Signal.effect(this, () -> show(count(), areComing()));
    }

    /** Counts from here on, since the list was read. */
    void restart() {
        known = Signal.untracked(this::count);
        awaited = false;
        setVisible(false);
    }

    /** Says anew how many, since the list is another one. */
    void update() {
        show(Signal.untracked(this::count), Signal.untracked(this::areComing));
    }

    private void show(NewMembers.Count count, boolean areComing) {
        NewMembers.Count came = count.minus(known);
        if (came.total() > 0 && reader.seesNobody()) {
            welcome(areComing);
            return;
        }
        if (!areComing) {
            // The list is read anew when an import ends, which may be before or after its last numbers come here.
            known = count;
            setVisible(false);
            return;
        }
        long listed = reader.listed(came);
        setVisible(listed > 0);
        if (listed > 0) {
            words.setText(getTranslation("members.new.count", listed));
        }
    }

    private void welcome(boolean moreAreComing) {
        if (!moreAreComing) {
            reader.reload();
        } else if (!awaited) {
            awaited = true;
            reader.awaitMembers();
        }
    }

    private NewMembers.Count count() {
        return sources.stream()
                .map(source -> source.count().get())
                .reduce(NewMembers.Count.NONE, NewMembers.Count::plus);
    }

    private boolean areComing() {
        return sources.stream().map(source -> source.areComing().get()).reduce(false, Boolean::logicalOr);
    }
}
