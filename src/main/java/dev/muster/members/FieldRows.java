package dev.muster.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The custom profile fields and their choices as rows, for whatever is about all fields or many choices at once. */
@Component
class FieldRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    FieldRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private record Choice(long fieldId, String choice) {}

    private record NewChoice(long fieldId, int position, String choice) {}

    /** Returns all fields in the admin's order. */
    List<FieldDefinition> definitions() {
        Map<Long, List<String>> choices =
                byField(jdbc.sql("SELECT field_id, choice FROM profile_field_choice ORDER BY field_id, position")
                        .query(FieldRows::choice)
                        .list());
        return jdbc.sql("""
                        SELECT id, name, type, shown_to_member, adds_unknown_choices
                        FROM profile_field ORDER BY position, id""")
                .query((row, _) -> new FieldDefinition(
                        new FieldId(row.getLong("id")),
                        row.getString("name"),
                        FieldType.valueOf(row.getString("type")),
                        choices.getOrDefault(row.getLong("id"), List.of()),
                        row.getBoolean("shown_to_member"),
                        row.getBoolean("adds_unknown_choices")))
                .list();
    }

    private static Choice choice(ResultSet row, int number) throws SQLException {
        return new Choice(row.getLong("field_id"), row.getString("choice"));
    }

    /** Returns the order of all fields, which nobody else can change until the transaction ends. */
    List<FieldId> lockedOrder() {
        return jdbc
                .sql("SELECT id FROM profile_field ORDER BY position, id FOR UPDATE")
                .query((row, _) -> row.getLong("id"))
                .list()
                .stream()
                .map(FieldId::new)
                .toList();
    }

    /** Gives the fields the places that they have in {@code order}. */
    void reorder(List<FieldId> order) {
        batches.batchUpdate(
                "UPDATE profile_field SET position = ? WHERE id = ?",
                IntStream.range(0, order.size())
                        .mapToObj(i -> new Object[] {i + 1, order.get(i).value()})
                        .toList());
    }

    void delete(FieldId id) {
        locked(List.of(id));
        jdbc.sql("DELETE FROM profile_field_choice WHERE field_id = ?")
                .param(id.value())
                .update();
        jdbc.sql("DELETE FROM profile_field WHERE id = ?").param(id.value()).update();
    }

    /**
     * Adds choices after those that are there; a choice that is there already, or whose field is gone, is skipped. A
     * handful of statements, however many choices.
     */
    void addChoices(Map<FieldId, List<String>> added) {
        List<Long> fields = locked(added.keySet());
        if (fields.isEmpty()) {
            return;
        }
        Map<Long, List<String>> known = byField(
                jdbc.sql("SELECT field_id, choice FROM profile_field_choice WHERE field_id IN (:ids) ORDER BY position")
                        .param("ids", fields)
                        .query(FieldRows::choice)
                        .list());
        insert(fields.stream()
                .flatMap(field -> newChoices(
                        field, known.getOrDefault(field, List.of()), added.getOrDefault(new FieldId(field), List.of()))
                        .stream())
                .toList());
    }

    /** Two imports that add to one field wait for each other; by ascending id, so that neither waits for ever. */
    private List<Long> locked(Collection<FieldId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT id FROM profile_field WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                        .param("ids", ids.stream().map(FieldId::value).toList())
                        .query((row, _) -> row.getLong("id"))
                        .list();
    }

    private static List<NewChoice> newChoices(long field, List<String> known, List<String> added) {
        Set<String> seen = new HashSet<>(known);
        List<NewChoice> fresh = new ArrayList<>();
        for (String choice : added) {
            if (seen.add(choice)) {
                fresh.add(new NewChoice(field, known.size() + fresh.size(), choice));
            }
        }
        return fresh;
    }

    private void insert(List<NewChoice> choices) {
        if (choices.isEmpty()) {
            return;
        }
        batches.batchUpdate(
                "INSERT INTO profile_field_choice (field_id, position, choice) VALUES (?, ?, ?)",
                choices.stream()
                        .map(choice -> new Object[] {choice.fieldId(), choice.position(), choice.choice()})
                        .toList());
        // A form that was opened before must not overwrite what was added.
        jdbc.sql("UPDATE profile_field SET version = version + 1 WHERE id IN (:ids)")
                .param(
                        "ids",
                        choices.stream().map(NewChoice::fieldId).distinct().toList())
                .update();
    }

    private static Map<Long, List<String>> byField(List<Choice> choices) {
        return choices.stream()
                .collect(Collectors.groupingBy(
                        Choice::fieldId, HashMap::new, Collectors.mapping(Choice::choice, Collectors.toList())));
    }
}
