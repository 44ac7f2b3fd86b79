package dev.muster.security;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.muster.common.SpreadsheetCell;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where administrators read who did what. */
@Component
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class AuditTrail {

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final int BATCH = 1_000;

    /** Someone whose entries can be asked for. */
    public record Person(AccountId id, String name) {}

    private final AuditRows rows;
    private final Accounts accounts;
    private final ExportLog log;

    AuditTrail(AuditRows rows, Accounts accounts, ExportLog log) {
        this.rows = rows;
        this.accounts = accounts;
        this.log = log;
    }

    /**
     * Returns the entries of {@code query} from the {@code offset}th on, the newest first, at most {@code limit}.
     *
     * @param pages new for a list that begins, then always the same
     */
    @Transactional(readOnly = true)
    public List<AuditEntry> page(AuditQuery query, AuditPages pages, int offset, int limit) {
        return rows.page(query, pages, offset, limit);
    }

    /** Returns everyone who has or had an account, by name. */
    @Transactional(readOnly = true)
    public List<Person> people() {
        return accounts.findAll(Sort.by("name", "id")).stream()
                .map(account -> new Person(account.id(), account.name()))
                .toList();
    }

    /** Returns every action that was ever recorded. */
    @Transactional(readOnly = true)
    public List<String> actions() {
        return rows.actions();
    }

    /**
     * Writes the entries of {@code query} as CSV, and records that it does. Holds one batch in memory. Leaves {@code out} open.
     *
     * @throws IOException where {@code out} does not take any more
     */
    public void write(AuditQuery query, OutputStream out) throws IOException {
        try (ExportLog.Export export = log.begin("audit.export", "audit-log", null)) {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.write(BYTE_ORDER_MARK);
            CsvWriter csv = CsvWriter.builder().build(writer);
            csv.writeRecord(List.of("Time", "Who", "Action", "Object", "Id", "Name", "Changes"));
            var pages = new AuditPages();
            int read = 0;
            List<AuditEntry> batch;
            do {
                batch = rows.page(query, pages, read, BATCH);
                for (AuditEntry entry : batch) {
                    export.countRow();
                    csv.writeRecord(cells(entry));
                }
                read += batch.size();
            } while (batch.size() == BATCH);
            csv.flush();
            export.finish();
        }
    }

    private static List<String> cells(AuditEntry entry) {
        return List.of(
                entry.at().toString(),
                SpreadsheetCell.neutralised(entry.actor()),
                entry.action(),
                entry.objectType(),
                Objects.requireNonNullElse(entry.objectId(), ""),
                SpreadsheetCell.neutralised(
                        Objects.requireNonNullElse(entry.detail().name(), "")),
                SpreadsheetCell.neutralised(entry.detail().changes().stream()
                        .map(change -> "%s: %s -> %s"
                                .formatted(
                                        change.what(),
                                        Objects.requireNonNullElse(change.before(), ""),
                                        Objects.requireNonNullElse(change.after(), "")))
                        .collect(Collectors.joining("; "))));
    }
}
