package dev.muster.imports;

import dev.muster.common.LikePattern;
import dev.muster.common.WhiteSpace;
import dev.muster.members.FoundMembers;
import dev.muster.members.MemberDirectory;
import dev.muster.members.MemberFilter;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberSegment;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/** Finds out whom a filter means, before any row is read. */
@Component
class RowSearch {

    private final ImportChunks chunks;
    private final ImportIssues issues;
    private final ResultRows rows;
    private final MemberDirectory directory;

    RowSearch(ImportChunks chunks, ImportIssues issues, ResultRows rows, MemberDirectory directory) {
        this.chunks = chunks;
        this.issues = issues;
        this.directory = directory;
        this.rows = rows;
    }

    /** Tells which members a search means, however many they are. */
    interface People {

        People NOBODY = new People() {
            @Override
            public Lines among(long[] ids) {
                return Lines.NONE;
            }

            @Override
            public boolean isAnybody() {
                return false;
            }
        };

        /** Returns those of {@code ids} who are meant. */
        Lines among(long[] ids);

        /** Tells whether any member is meant. */
        default boolean isAnybody() {
            return true;
        }
    }

    /** Returns the rows that {@code filter} means. */
    WantedRows of(ImportId id, RowFilter filter) {
        String search = WhiteSpace.clean(filter.search()).toLowerCase(Locale.ROOT);
        return new WantedRows(
                chunks, issues, rows, id, filter, search, search.isEmpty() ? People.NOBODY : people(search));
    }

    private People people(String search) {
        MemberQuery shown = MemberQuery.DEFAULT.withSearch(search);
        Optional<FoundMembers> found = directory.find(shown, MemberSegment.ALL.parts());
        Optional<FoundMembers> hidden = directory.find(
                shown.withFilter(MemberFilter.NONE.withHidden(Set.of(MemberFilter.Hidden.values()))),
                MemberSegment.ALL.parts());
        if (found.isPresent() && hidden.isPresent()) {
            return people(found.get(), hidden.get());
        }
        Lines ids = rows.membersLike(LikePattern.containing(search));
        return ids.isEmpty() ? People.NOBODY : _ -> ids;
    }

    private static People people(FoundMembers found, FoundMembers hidden) {
        if (found.count() + hidden.count() == 0) {
            return People.NOBODY;
        }
        return ids -> new Lines(LongStream.concat(LongStream.of(found.among(ids)), LongStream.of(hidden.among(ids)))
                .toArray());
    }
}
