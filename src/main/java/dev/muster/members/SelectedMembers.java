package dev.muster.members;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out whom a selection is about. Checks no rights. */
@Component
public class SelectedMembers {

    private final JdbcClient jdbc;
    private final MemberDirectory directory;

    SelectedMembers(JdbcClient jdbc, MemberDirectory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /** A condition on {@code member} with what is in it. */
    public record Bound(String condition, Map<String, @Nullable Object> parameters) {}

    /** Says in SQL who is selected. */
    public Bound bound(MemberSelection selection) {
        return switch (selection) {
            case MemberSelection.Some some -> {
                var parameters = new LinkedHashMap<String, @Nullable Object>();
                parameters.put("selected", some.members().isEmpty() ? List.of(0L) : numbers(some.members()));
                yield new Bound("id IN (:selected)", parameters);
            }
            case MemberSelection.AllThat all -> boundOfQuery(all);
        };
    }

    private Bound boundOfQuery(MemberSelection.AllThat selection) {
        MemberConditions conditions = directory.conditions(selection.query());
        String text = conditions.inSegment(selection.query().segment(), "segment") + conditions.rest();
        if (!selection.except().isEmpty()) {
            conditions.parameters().put("except", numbers(selection.except()));
            text += " AND id NOT IN (:except)";
        }
        return new Bound(text, conditions.parameters());
    }

    /** Returns who is selected, ascending; empty where the database has to be asked by {@link #bound}. */
    Optional<long[]> found(MemberSelection.AllThat selection) {
        return directory
                .find(selection.query())
                .map(found -> new FoundMembers(found, Wishes.listing(selection.query())).ids())
                .map(ids -> LongStream.of(ids)
                        .filter(id -> !selection.except().contains(new MemberId(id)))
                        .toArray());
    }

    /** Returns who is selected, but no more than {@code limit} of those whom a query finds. */
    List<Long> ids(MemberSelection selection, int limit) {
        return switch (selection) {
            case MemberSelection.Some some ->
                numbers(some.members()).stream().sorted().toList();
            case MemberSelection.AllThat all ->
                found(all)
                        .map(ids -> LongStream.of(ids).limit(limit).boxed().toList())
                        .orElseGet(() -> asked(all, limit));
        };
    }

    private List<Long> asked(MemberSelection.AllThat selection, int limit) {
        Bound bound = boundOfQuery(selection);
        return jdbc.sql("SELECT id FROM member WHERE %s LIMIT %d".formatted(bound.condition(), limit))
                .params(bound.parameters())
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    private static List<Long> numbers(Set<MemberId> members) {
        return members.stream().map(MemberId::value).toList();
    }
}
