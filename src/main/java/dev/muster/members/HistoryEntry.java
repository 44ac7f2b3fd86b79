package dev.muster.members;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change to a member.
 *
 * @param changes field by field; empty for the entry that says who added the member
 */
public record HistoryEntry(Instant at, Author author, List<FieldChange> changes) {

    public HistoryEntry {
        changes = List.copyOf(changes);
    }

    /** Who made a change. */
    public sealed interface Author {}

    /** Somebody with an account. */
    public record Person(String name) implements Author {}

    /**
     * A row of an import.
     *
     * @param line the line of the file on which the row starts, or null where it is not known
     */
    public record ImportRow(
            ImportReference source, @Nullable Long line) implements Author {}

    /** The undo of an import. */
    public record Undo(ImportReference of) implements Author {}

    /** Muster itself, or somebody whose account is gone. */
    public record Unknown() implements Author {}
}
