package dev.muster.imports;

import dev.muster.common.LikePattern;
import dev.muster.common.WhiteSpace;
import dev.muster.imports.ChunkOutcomes.RowOutcome;
import dev.muster.imports.ResultRows.ChunkSummary;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out which rows a filter means, before any row is read. */
@Component
class RowSearch {

    /** A search that finds more members than this shows the rows of the first ones. */
    private static final int MAX_FOUND = 10_000;

    private final ResultRows rows;

    RowSearch(ResultRows rows) {
        this.rows = rows;
    }

    /**
     * The rows that are wanted, by line and by member.
     *
     * @param withMessage the lines that have the wanted message; null for any
     * @param foundLines the lines that the search found; null where nothing was searched for
     * @param foundMembers the members that the search found
     */
    record Wanted(
            @Nullable SortedSet<Long> withMessage, @Nullable SortedSet<Long> foundLines, Set<Long> foundMembers) {

        boolean isEverything() {
            return withMessage == null && foundLines == null;
        }

        boolean contains(RowOutcome row) {
            return (withMessage == null || withMessage.contains(row.line()))
                    && (foundLines == null || foundLines.contains(row.line()) || foundMembers.contains(row.memberId()));
        }

        /** Tells, without the chunk's outcomes, whether it can hold a wanted row. */
        boolean mayLieIn(ChunkSummary chunk) {
            return lies(withMessage, chunk) && (!foundMembers.isEmpty() || lies(foundLines, chunk));
        }

        private static boolean lies(@Nullable SortedSet<Long> lines, ChunkSummary chunk) {
            return lines == null
                    || !lines.subSet(chunk.firstLine(), chunk.lastLine() + 1).isEmpty();
        }
    }

    /** Returns what {@code filter} means for the import, its outcome aside. */
    Wanted of(ImportId id, RowFilter filter) {
        SortedSet<Long> withMessage = filter.messageKey() == null ? null : rows.linesWith(id, filter.messageKey());
        String search = WhiteSpace.clean(filter.search()).toLowerCase(Locale.ROOT);
        if (search.isEmpty()) {
            return new Wanted(withMessage, null, Set.of());
        }
        String pattern = LikePattern.containing(search);
        SortedSet<Long> lines = rows.rejectedLinesLike(id, pattern, MAX_FOUND);
        if (isLine(search)) {
            lines.add(Long.parseLong(search));
        }
        return new Wanted(withMessage, lines, rows.membersLike(pattern, MAX_FOUND));
    }

    private static boolean isLine(String search) {
        return search.length() < 10 && search.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
