package dev.muster.imports;

import dev.muster.imports.ChunkOutcomes.RowOutcome;
import dev.muster.imports.RowSearch.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of an import that a filter lets through, chunk by chunk. */
final class WantedRows {

    private static final int MOST_DIGITS = 9;

    private final ImportChunks chunks;
    private final ImportIssues issues;
    private final ResultRows rows;
    private final ImportId id;
    private final RowFilter filter;
    private final String search;
    private final People people;

    /**
     * @param search what is searched for, in lower case; empty for nothing
     * @param people the members whom the search means
     */
    WantedRows(
            ImportChunks chunks,
            ImportIssues issues,
            ResultRows rows,
            ImportId id,
            RowFilter filter,
            String search,
            People people) {
        this.chunks = chunks;
        this.issues = issues;
        this.rows = rows;
        this.id = id;
        this.filter = filter;
        this.search = search;
        this.people = people;
    }

    /**
     * The rows that are wanted among some chunks, by their lines.
     *
     * @param withMessage the lines that have the wanted message; null for any
     * @param found the lines that the search found; null where nothing was searched for
     */
    private record Wanted(
            @Nullable Lines withMessage, @Nullable Lines found) {

        boolean contains(RowOutcome row, Lines members) {
            return (withMessage == null || withMessage.contains(row.line()))
                    && (found == null || found.contains(row.line()) || members.contains(row.memberId()));
        }

        /** Tells, without the chunk's outcomes, whether it can hold a wanted row. */
        boolean mayLieIn(ChunkSummary chunk, People people) {
            return lies(withMessage, chunk) && (people.isAnybody() || lies(found, chunk));
        }

        private static boolean lies(@Nullable Lines lines, ChunkSummary chunk) {
            return lines == null || lines.hasAnyBetween(chunk.firstLine(), chunk.lastLine());
        }
    }

    /** Tells whether each chunk says how many wanted rows it has. */
    boolean isCounted() {
        return search.isEmpty() && (filter.messageKey() == null || filter.outcome() == null || isError());
    }

    /** Tells whether the wanted rows are always the same; a member can be renamed, and so be found or not. */
    boolean isLasting() {
        return search.isEmpty();
    }

    /** Returns what the chunk says. Whatever has an error is rejected, and nothing else is. */
    int counted(ChunkSummary chunk) {
        String key = filter.messageKey();
        Outcome outcome = filter.outcome();
        if (key == null) {
            return outcome == null ? chunk.rows() : chunk.count(outcome);
        }
        return outcome == null || outcome == Outcome.REJECTED ? chunk.messages().of(key) : 0;
    }

    private boolean isError() {
        return filter.messageKey() != null
                && Issue.Kind.ofMessageKey(filter.messageKey()).severity() == Severity.ERROR;
    }

    /** Counts the wanted rows in {@code some} chunks, which follow each other. */
    List<Integer> count(List<ChunkSummary> some) {
        ChunkSummary first = some.getFirst();
        ChunkSummary last = some.getLast();
        Wanted wanted = wanted(first.firstLine(), last.lastLine());
        if (some.stream().noneMatch(chunk -> wanted.mayLieIn(chunk, people))) {
            return some.stream().map(_ -> 0).toList();
        }
        Map<Integer, List<RowOutcome>> outcomes = chunks.outcomes(id, first.chunk(), last.chunk());
        var counts = new ArrayList<Integer>();
        for (ChunkSummary chunk : some) {
            counts.add(matching(outcomes.getOrDefault(chunk.chunk(), List.of()), wanted)
                    .size());
        }
        return counts;
    }

    /** Returns the wanted rows of {@code chunk}, in the file's order. */
    List<RowOutcome> in(ChunkSummary chunk) {
        return matching(chunks.outcomes(id, chunk.chunk()), wanted(chunk.firstLine(), chunk.lastLine()));
    }

    private Wanted wanted(long from, long to) {
        String key = filter.messageKey();
        return new Wanted(
                key == null ? null : issues.linesWith(id, key, from, to), search.isEmpty() ? null : found(from, to));
    }

    private Lines found(long from, long to) {
        Lines rejected = rows.rejectedLines(id, filter.search(), from, to);
        boolean isLine = search.length() <= MOST_DIGITS && search.chars().allMatch(c -> c >= '0' && c <= '9');
        return isLine ? rejected.with(Long.parseLong(search)) : rejected;
    }

    private List<RowOutcome> matching(List<RowOutcome> outcomes, Wanted wanted) {
        Lines members = people.isAnybody()
                ? people.among(outcomes.stream().mapToLong(RowOutcome::memberId).toArray())
                : Lines.NONE;
        return outcomes.stream()
                .filter(row -> (filter.outcome() == null || row.outcome() == filter.outcome())
                        && wanted.contains(row, members))
                .toList();
    }
}
