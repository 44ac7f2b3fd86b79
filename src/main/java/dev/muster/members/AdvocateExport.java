package dev.muster.members;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.muster.common.Catalogue;
import dev.muster.common.SpreadsheetCell;
import dev.muster.security.AuditLog;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Writes lists of members as CSV files that a spreadsheet opens right, and that can be imported again. */
@Service
public class AdvocateExport {

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final int BATCH = 1_000;
    private static final List<String> MORE_COLUMNS = List.of("Status", "Source", "Groups");

    private final ExportRows rows;
    private final ProfileFieldDesk fields;
    private final Catalogue texts;
    private final AuditLog audit;

    AdvocateExport(ExportRows rows, ProfileFieldDesk fields, Catalogue texts, AuditLog audit) {
        this.rows = rows;
        this.fields = fields;
        this.texts = texts;
        this.audit = audit;
    }

    /**
     * Writes whoever is selected, in the order of the list: the columns of the template, then {@code Status},
     * {@code Source} and {@code Groups}. Holds one batch in memory, however many there are. Leaves {@code out} open.
     *
     * @throws IOException where {@code out} does not take any more, such as when the download was cancelled
     */
    @PreAuthorize("hasRole('VIEWER')")
    public void write(MemberSelection selection, OutputStream out) throws IOException {
        List<FieldDefinition> custom = fields.definitions();
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(header(custom));
        int written = switch (selection) {
            case MemberSelection.AllThat all -> writeAll(all, csv, custom);
            case MemberSelection.Some some -> writeSome(some, csv, custom);
        };
        csv.flush();
        audit.record("advocates.export", "member", null, "%d rows, %s".formatted(written, selection));
    }

    private int writeAll(MemberSelection.AllThat selection, CsvWriter csv, List<FieldDefinition> custom) {
        return rows.found(selection.query())
                .map(found -> writeFound(found, selection.except(), csv, custom))
                .orElseGet(() -> writeByPages(selection, csv, custom));
    }

    /** Whoever is found when it begins is written, each once, whatever changes meanwhile. */
    private int writeFound(FoundMembers found, Set<MemberId> except, CsvWriter csv, List<FieldDefinition> custom) {
        long total = found.count();
        int written = 0;
        for (long from = 0; from < total; from += BATCH) {
            List<Long> ids = found.page(from, BATCH).stream()
                    .filter(member -> !except.contains(member))
                    .map(MemberId::value)
                    .toList();
            List<ExportRows.Row> batch = rows.batch(ids);
            batch.forEach(row -> csv.writeRecord(cells(row, custom)));
            written += batch.size();
        }
        return written;
    }

    private int writeByPages(MemberSelection.AllThat selection, CsvWriter csv, List<FieldDefinition> custom) {
        var boundaries = new PageBoundaries();
        int read = 0;
        int written = 0;
        List<ExportRows.Row> batch;
        do {
            batch = rows.batch(selection.query(), boundaries, read, BATCH);
            read += batch.size();
            for (ExportRows.Row row : batch) {
                if (!selection.except().contains(row.listed().id())) {
                    csv.writeRecord(cells(row, custom));
                    written++;
                }
            }
        } while (batch.size() == BATCH);
        return written;
    }

    private int writeSome(MemberSelection.Some selection, CsvWriter csv, List<FieldDefinition> custom) {
        List<Long> ids =
                selection.members().stream().map(MemberId::value).sorted().toList();
        int written = 0;
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<ExportRows.Row> batch = rows.batch(ids.subList(from, Math.min(from + BATCH, ids.size())));
            batch.forEach(row -> csv.writeRecord(cells(row, custom)));
            written += batch.size();
        }
        return written;
    }

    private static List<String> header(List<FieldDefinition> custom) {
        var header = new ArrayList<String>();
        for (StandardField field : StandardField.values()) {
            header.add(field.header());
        }
        custom.forEach(field -> header.add(SpreadsheetCell.neutralised(field.name())));
        header.addAll(MORE_COLUMNS);
        return header;
    }

    private List<String> cells(ExportRows.Row row, List<FieldDefinition> custom) {
        var cells = new ArrayList<String>();
        for (StandardField field : StandardField.values()) {
            cells.add(SpreadsheetCell.neutralised(row.data().text(field)));
        }
        custom.forEach(field -> cells.add(SpreadsheetCell.neutralised(
                String.join(", ", row.data().custom().of(field.id())))));
        cells.add(texts.text("common.state." + row.listed().status().name()));
        cells.add(texts.text("members.source." + row.listed().source().name()));
        cells.add(SpreadsheetCell.neutralised(String.join(", ", row.listed().groups())));
        return cells;
    }
}
