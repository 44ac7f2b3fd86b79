package dev.muster.members.ui;

import dev.muster.members.MemberId;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberSelection;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which rows of a list are selected: some, or all that match but for some. Never holds more than what was clicked. */
final class RowSelection {

    private final Set<MemberId> marked = new LinkedHashSet<>();
    private boolean all;

    boolean isAll() {
        return all;
    }

    boolean contains(MemberId member) {
        return marked.contains(member) != all;
    }

    void set(Collection<MemberId> members, boolean selected) {
        if (selected == all) {
            members.forEach(marked::remove);
        } else {
            marked.addAll(members);
        }
    }

    void selectAll() {
        marked.clear();
        all = true;
    }

    void clear() {
        marked.clear();
        all = false;
    }

    /** Returns how many are selected of a list of {@code found}. */
    long size(long found) {
        return all ? Math.max(0, found - marked.size()) : marked.size();
    }

    /** Returns who is selected of the list of {@code query}. */
    MemberSelection of(MemberQuery query) {
        return all ? new MemberSelection.AllThat(query, marked) : new MemberSelection.Some(marked);
    }
}
