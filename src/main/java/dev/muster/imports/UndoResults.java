package dev.muster.imports;

import dev.muster.imports.KeptRows.Row;
import dev.muster.members.FieldDefinition;
import dev.muster.members.MemberId;
import dev.muster.members.ProfileFieldDesk;
import dev.muster.members.StandardField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What an undo could not take back, or, of a preview, what it could not. */
@Service
public class UndoResults {

    private final KeptRows rows;
    private final ProfileFieldDesk fields;

    UndoResults(KeptRows rows, ProfileFieldDesk fields) {
        this.rows = rows;
        this.fields = fields;
    }

    /** Returns how much was left as it was, by reason, in the order of the reasons; what there is none of is not in it. */
    @PreAuthorize("hasRole('VIEWER')")
    public Map<KeptReason, Long> counts(ImportId run) {
        return rows.counts(run);
    }

    /** Returns what was left as it was, in the order of the import's file. */
    @PreAuthorize("hasRole('VIEWER')")
    public List<KeptItem> kept(ImportId run, KeptFilter filter, int offset, int limit) {
        Map<String, String> names = names();
        return rows.page(run, filter, offset, limit).stream()
                .map(row -> item(row, names))
                .toList();
    }

    /** Returns how many {@link #kept} has in all. */
    @PreAuthorize("hasRole('VIEWER')")
    public long count(ImportId run, KeptFilter filter) {
        return rows.count(run, filter);
    }

    private static KeptItem item(Row row, Map<String, String> names) {
        Leftover.Values values = row.values();
        return new KeptItem(
                row.line(),
                row.member() == 0 ? null : new MemberId(row.member()),
                row.name(),
                row.email(),
                row.reason(),
                names.getOrDefault(row.subject(), ""),
                values == null ? List.of() : values.before(),
                values == null ? List.of() : values.written(),
                values == null ? List.of() : values.now());
    }

    private Map<String, String> names() {
        var names = new HashMap<String, String>();
        for (StandardField field : StandardField.values()) {
            names.put(field.name(), field.header());
        }
        for (FieldDefinition field : fields.definitions()) {
            names.put(Long.toString(field.id().value()), field.name());
        }
        return names;
    }
}
