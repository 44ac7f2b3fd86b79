package dev.muster.members;

import dev.muster.members.index.Listing;
import dev.muster.members.index.SortKey;
import dev.muster.members.index.Term;
import dev.muster.members.index.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says to the index what {@link MemberConditions} and {@link MemberPageSql} say to the database. */
final class Wishes {

    private static final int MAX_WORDS = 5;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    private Wishes() {}

    static Wanted of(MemberQuery query, Instant now) {
        return of(query.filter(), words(query.search()), now);
    }

    /** Says who meets {@code filter} and has each of {@code words} in a text. */
    static Wanted of(MemberFilter filter, List<String> words, Instant now) {
        Wanted wanted = Wanted.ALL.withWords(words);
        if (!filter.hidden().isEmpty()) {
            wanted = wanted.withHidden()
                    .with(terms(
                            filter.hidden(),
                            hidden -> hidden == MemberFilter.Hidden.ARCHIVED ? Term.ARCHIVED : Term.LOCKED));
        }
        if (!filter.groups().isEmpty()) {
            wanted = wanted.with(terms(filter.groups(), group -> Term.group(group.value())));
        }
        if (!filter.sources().isEmpty()) {
            wanted = wanted.with(terms(filter.sources(), source -> Term.source(source.name())));
        }
        if (filter.importId() != null) {
            wanted = wanted.with(Set.of(Term.imported(filter.importId())));
        }
        for (Map.Entry<FieldId, Set<String>> held : filter.values().entrySet()) {
            wanted = wanted.with(
                    terms(held.getValue(), value -> Term.value(held.getKey().value(), value)));
        }
        // By the second, so that the same question is recognised a moment later.
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return switch (filter.invited()) {
            case null -> wanted;
            case NEVER -> wanted.without(Term.INVITED);
            case EVER -> wanted.with(Set.of(Term.INVITED));
            case WEEK -> wanted.invitedFrom(second.minus(WEEK));
            case MONTH -> wanted.invitedFrom(second.minus(MONTH));
            case EARLIER -> wanted.invitedBefore(second.minus(MONTH));
        };
    }

    private static <T> Set<Long> terms(Set<T> values, Function<T, Long> term) {
        return values.stream().map(term).collect(Collectors.toSet());
    }

    private static List<String> words(String search) {
        return Stream.of(search.split(" ", MAX_WORDS))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static Listing listing(MemberQuery query) {
        return listing(query, query.segment().parts());
    }

    /** Returns the list in the order of {@code query}, but of {@code of}. */
    static Listing listing(MemberQuery query, Set<MemberSegment> of) {
        Set<Integer> segments = of.stream().map(Wishes::number).collect(Collectors.toSet());
        return new Listing(segments, key(query.sort()), parts(query), query.descending());
    }

    private static int number(MemberSegment segment) {
        return switch (segment) {
            case JOINED -> 1;
            case NOT_JOINED -> 2;
            case NOMINEES -> 3;
            case ALL -> throw new IllegalArgumentException("All are in several segments.");
        };
    }

    private static SortKey key(MemberSort sort) {
        return switch (sort) {
            case NAME, STATUS -> SortKey.NAME;
            case EMAIL -> SortKey.EMAIL;
            case COMPANY -> SortKey.COMPANY;
            case SOURCE, ADDED -> SortKey.CREATED;
            case JOINED -> SortKey.JOINED;
            case LAST_INVITED -> SortKey.INVITED;
        };
    }

    private static List<Long> parts(MemberQuery query) {
        return switch (query.sort()) {
            case STATUS -> query.filter().hidden().isEmpty() ? segments(1, 2, 3) : segments(-3, -2, -1);
            case SOURCE ->
                Arrays.stream(MemberSource.values())
                        .map(Enum::name)
                        .sorted()
                        .map(Term::source)
                        .toList();
            default -> List.of();
        };
    }

    private static List<Long> segments(Integer... numbers) {
        return Stream.of(numbers).map(Term::segment).toList();
    }
}
