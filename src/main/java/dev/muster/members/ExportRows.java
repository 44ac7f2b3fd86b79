package dev.muster.members;

import dev.muster.common.ForcedIndex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads members with everything that an export holds of them, batch by batch. */
@Component
class ExportRows {

    private static final ProfileData DELETED_MEANWHILE = new ProfileData(Map.of(), FieldValues.NONE);

    private final JdbcClient jdbc;
    private final MemberDirectory directory;

    ExportRows(JdbcClient jdbc, MemberDirectory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /** A member as a list has it, and the values of its fields. */
    record Row(MemberRow listed, ProfileData data) {}

    /** Returns whom the index finds, as they are now; empty where pages have to be read. */
    Optional<FoundMembers> found(MemberQuery query) {
        return directory.find(query).map(found -> new FoundMembers(found, Wishes.listing(query)));
    }

    /** Returns one page of the list of {@code query}; three queries, whatever its size. */
    public List<Row> batch(MemberQuery query, PageBoundaries boundaries, int offset, int limit) {
        return filled(directory.page(query, boundaries, offset, limit));
    }

    /** Returns the members of {@code ids}, in this order; whoever is gone is left out. */
    public List<Row> batch(List<Long> ids) {
        return filled(directory.find(ids));
    }

    private List<Row> filled(List<MemberRow> listed) {
        if (listed.isEmpty()) {
            return List.of();
        }
        var data = new HashMap<MemberId, ProfileData>();
        jdbc.sql("""
                        SELECT id, name, email, title, company, salesforce_id, external_contact_id, external_account_id,
                            field_values
                        FROM member%s WHERE id IN (:ids)""".formatted(ForcedIndex.PRIMARY))
                .param("ids", listed.stream().map(row -> row.id().value()).toList())
                .query(row -> {
                    data.put(new MemberId(row.getLong("id")), data(row));
                });
        return listed.stream()
                .map(row -> new Row(row, data.getOrDefault(row.id(), DELETED_MEANWHILE)))
                .toList();
    }

    private static ProfileData data(ResultSet row) throws SQLException {
        Map<StandardField, String> standard = new EnumMap<>(StandardField.class);
        for (StandardField field : StandardField.values()) {
            @Nullable String value = row.getString(field.name());
            if (value != null) {
                standard.put(field, value);
            }
        }
        return new ProfileData(standard, FieldValues.ofDocument(row.getString("field_values")));
    }
}
