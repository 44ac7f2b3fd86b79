package dev.muster.members;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The custom profile fields of the hub. */
@Service
public class ProfileFieldDesk {

    private final JdbcClient jdbc;

    ProfileFieldDesk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Choice(long fieldId, String choice) {}

    /** Returns all fields in the admin's order. */
    @Transactional(readOnly = true)
    public List<FieldDefinition> definitions() {
        Map<Long, List<String>> choices = jdbc
                .sql("SELECT field_id, choice FROM profile_field_choice ORDER BY field_id, position")
                .query(Choice.class)
                .stream()
                .collect(Collectors.groupingBy(
                        Choice::fieldId, Collectors.mapping(Choice::choice, Collectors.toList())));
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
}
