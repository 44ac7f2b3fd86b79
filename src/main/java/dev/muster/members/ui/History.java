package dev.muster.members.ui;

import dev.muster.members.HistoryEntry;
import dev.muster.members.MemberFacts;
import java.util.ArrayList;
import java.util.List;

/** The history of a member down to its beginning. */
final class History {

    private History() {}

    /** An import writes no entry for whom it creates, since the member itself says so; here it gets one. */
    static List<HistoryEntry> of(ProfileContent shown) {
        var entries = new ArrayList<>(shown.history());
        boolean hasBeginning =
                entries.stream().anyMatch(entry -> entry.changes().isEmpty());
        if (!hasBeginning && entries.size() < ProfileSource.HISTORY_LIMIT) {
            MemberFacts facts = shown.profile().facts();
            HistoryEntry.Author author = facts.broughtBy() == null
                    ? new HistoryEntry.Unknown()
                    : new HistoryEntry.ImportRow(facts.broughtBy(), null);
            entries.add(new HistoryEntry(facts.moments().added(), author, List.of()));
        }
        return entries;
    }
}
