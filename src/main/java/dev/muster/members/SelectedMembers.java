package dev.muster.members;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out whom a selection is about. */
@Component
class SelectedMembers {

    private final JdbcClient jdbc;
    private final MemberDirectory directory;

    SelectedMembers(JdbcClient jdbc, MemberDirectory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /** A condition on {@code member} with what is in it. */
    record Bound(String condition, Map<String, @Nullable Object> parameters) {}

    /** Says in SQL who is selected. */
    Bound bound(MemberSelection.AllThat selection) {
        MemberConditions conditions = directory.conditions(selection.query());
        String text = conditions.inSegment(selection.query().segment(), "segment") + conditions.rest();
        if (!selection.except().isEmpty()) {
            conditions
                    .parameters()
                    .put(
                            "except",
                            selection.except().stream().map(MemberId::value).toList());
            text += " AND id NOT IN (:except)";
        }
        return new Bound(text, conditions.parameters());
    }

    /** Returns who is selected, but no more than {@code limit} of those whom a query finds. */
    List<Long> ids(MemberSelection selection, int limit) {
        return switch (selection) {
            case MemberSelection.Some some ->
                some.members().stream().map(MemberId::value).sorted().toList();
            case MemberSelection.AllThat all -> {
                Bound bound = bound(all);
                yield jdbc.sql("SELECT id FROM member WHERE %s LIMIT %d".formatted(bound.condition(), limit))
                        .params(bound.parameters())
                        .query((row, _) -> row.getLong("id"))
                        .list();
            }
        };
    }
}
