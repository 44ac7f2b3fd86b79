package dev.muster.imports;

import dev.muster.common.LikePattern;
import dev.muster.common.WhiteSpace;
import dev.muster.imports.ChunkOutcomes.RowOutcome;
import dev.muster.imports.ResultRows.ChunkSummary;
import dev.muster.members.FoundMembers;
import dev.muster.members.MemberDirectory;
import dev.muster.members.MemberFilter;
import dev.muster.members.MemberId;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberSegment;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out which rows a filter means, before any row is read. */
@Component
class RowSearch {

    /** A search that finds more members than this shows the rows of the first ones. */
    private static final int MAX_FOUND = 10_000;

    private final ResultRows rows;
    private final MemberDirectory directory;

    RowSearch(ResultRows rows, MemberDirectory directory) {
        this.directory = directory;
        this.rows = rows;
    }

    /**
     * The rows that are wanted, by line and by member.
     *
     * @param withMessage the lines that have the wanted message; null for any
     * @param foundLines the lines that the search found; null where nothing was searched for
     * @param foundMembers the members that the search found
     */
    record Wanted(@Nullable Lines withMessage, @Nullable Lines foundLines, Set<Long> foundMembers) {

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

        private static boolean lies(@Nullable Lines lines, ChunkSummary chunk) {
            return lines == null || lines.hasAnyBetween(chunk.firstLine(), chunk.lastLine());
        }
    }

    /** Returns what {@code filter} means for the import, its outcome aside. */
    Wanted of(ImportId id, RowFilter filter) {
        @Nullable Lines withMessage = filter.messageKey() == null ? null : rows.linesWith(id, filter.messageKey());
        String search = WhiteSpace.clean(filter.search()).toLowerCase(Locale.ROOT);
        if (search.isEmpty()) {
            return new Wanted(withMessage, null, Set.of());
        }
        String pattern = LikePattern.containing(search);
        SortedSet<Long> lines = rows.rejectedLinesLike(id, pattern, MAX_FOUND);
        if (isLine(search)) {
            lines.add(Long.parseLong(search));
        }
        return new Wanted(
                withMessage,
                new Lines(lines.stream().mapToLong(Long::longValue).toArray()),
                membersWith(search, pattern));
    }

    private Set<Long> membersWith(String search, String pattern) {
        MemberQuery shown = MemberQuery.DEFAULT.withSearch(search);
        Optional<FoundMembers> found = directory.find(shown, MemberSegment.ALL.parts());
        Optional<FoundMembers> hidden = directory.find(
                shown.withFilter(MemberFilter.NONE.withHidden(Set.of(MemberFilter.Hidden.values()))),
                MemberSegment.ALL.parts());
        if (found.isEmpty() || hidden.isEmpty()) {
            return rows.membersLike(pattern, MAX_FOUND);
        }
        return Stream.of(found.get(), hidden.get())
                .flatMap(members -> members.page(0, MAX_FOUND).stream())
                .limit(MAX_FOUND)
                .map(MemberId::value)
                .collect(Collectors.toSet());
    }

    private static boolean isLine(String search) {
        return search.length() < 10 && search.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
