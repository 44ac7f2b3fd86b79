package dev.muster.invitations;

import dev.muster.members.MemberId;
import java.util.HashSet;
import java.util.Set;

/**
 * Contacts that were chosen: some by name, or all that a query finds but for some.
 *
 * @param all whether {@code ids} are those left out
 */
public record ContactSelection(ContactQuery query, boolean all, Set<MemberId> ids) {

    public ContactSelection {
        ids = Set.copyOf(ids);
    }

    /** Returns a selection of nobody. */
    public static ContactSelection none(ContactQuery query) {
        return new ContactSelection(query, false, Set.of());
    }

    /** Returns a selection of everybody that {@code query} finds. */
    public static ContactSelection allOf(ContactQuery query) {
        return new ContactSelection(query, true, Set.of());
    }

    public boolean contains(MemberId member) {
        return ids.contains(member) != all;
    }

    /** Returns how many are chosen, where the query finds {@code found}. */
    public long size(long found) {
        return all ? found - ids.size() : ids.size();
    }

    /** Returns a selection that has {@code member} in it, or not in it any more. */
    public ContactSelection with(MemberId member, boolean isChosen) {
        var changed = new HashSet<>(ids);
        if (isChosen == all) {
            changed.remove(member);
        } else {
            changed.add(member);
        }
        return new ContactSelection(query, all, changed);
    }
}
