package dev.muster.members.ui;

import dev.muster.members.FieldChange;
import dev.muster.members.HistoryEntry;
import dev.muster.members.MemberFacts;
import dev.muster.members.StandardField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The history of a member down to its beginning. */
final class History {

    private History() {}

    /** Of some events the member itself says when they were, so that nobody writes an entry; here they get one. */
    static List<HistoryEntry> of(ProfileContent shown) {
        var entries = new ArrayList<>(shown.history());
        boolean isWhole = entries.size() < ProfileSource.HISTORY_LIMIT;
        boolean hasBeginning =
                entries.stream().anyMatch(entry -> entry.changes().isEmpty());
        if (!hasBeginning && isWhole) {
            entries.add(beginning(shown.profile().facts()));
        }
        Instant joined = shown.profile().facts().moments().joined();
        if (joined != null) {
            addJoining(entries, joined, shown, isWhole);
        }
        return entries;
    }

    /** An import leaves it to the member to say that it was created. */
    private static HistoryEntry beginning(MemberFacts facts) {
        HistoryEntry.Author author = facts.broughtBy() == null
                ? new HistoryEntry.Unknown()
                : new HistoryEntry.ImportRow(facts.broughtBy(), null);
        return new HistoryEntry(facts.moments().added(), author, List.of());
    }

    private static void addJoining(List<HistoryEntry> entries, Instant joined, ProfileContent shown, boolean isWhole) {
        int place = 0;
        while (place < entries.size() && entries.get(place).at().isAfter(joined)) {
            place++;
        }
        if (place < entries.size() || isWhole) {
            var author = new HistoryEntry.Person(shown.profile().data().text(StandardField.NAME));
            entries.add(place, new HistoryEntry(joined, author, List.of(FieldChange.joined())));
        }
    }
}
