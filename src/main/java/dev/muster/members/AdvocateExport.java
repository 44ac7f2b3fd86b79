package dev.muster.members;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.muster.common.Catalogue;
import dev.muster.common.SpreadsheetCell;
import dev.muster.security.ExportLog;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
    private final ExportLog log;

    AdvocateExport(ExportRows rows, ProfileFieldDesk fields, Catalogue texts, ExportLog log) {
        this.rows = rows;
        this.fields = fields;
        this.texts = texts;
        this.log = log;
    }

    /**
     * Writes whoever is selected, in the order of the list: the columns of the template, then {@code Status},
     * {@code Source} and {@code Groups}. Holds one batch in memory, however many there are. Leaves {@code out} open.
     * The audit log has the beginning, and how it ended.
     *
     * @throws IOException where {@code out} does not take any more, such as when the download was cancelled
     */
    @PreAuthorize("hasRole('VIEWER')")
    public void write(MemberSelection selection, OutputStream out) throws IOException {
        List<FieldDefinition> custom = fields.definitions();
        try (ExportLog.Export export = log.begin("advocates.export", "member", described(selection))) {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.write(BYTE_ORDER_MARK);
            CsvWriter csv = CsvWriter.builder().build(writer);
            csv.writeRecord(header(custom));
            Consumer<ExportRows.Row> sheet = row -> {
                export.countRow();
                csv.writeRecord(cells(row, custom));
            };
            switch (selection) {
                case MemberSelection.AllThat all -> writeAll(all, sheet);
                case MemberSelection.Some some -> writeSome(some, sheet);
            }
            csv.flush();
            export.finish();
        }
    }

    /** Says what is asked for; not what was searched for, which may be a name. */
    private static String described(MemberSelection selection) {
        return switch (selection) {
            case MemberSelection.Some some ->
                "%d selected".formatted(some.members().size());
            case MemberSelection.AllThat all ->
                "all of %s%s%s, but %d"
                        .formatted(
                                all.query().segment(),
                                all.query().search().isBlank() ? "" : ", searched",
                                all.query().filter().isEmpty() ? "" : ", filtered",
                                all.except().size());
        };
    }

    private void writeAll(MemberSelection.AllThat selection, Consumer<ExportRows.Row> sheet) {
        rows.found(selection.query())
                .ifPresentOrElse(
                        found -> writeFound(found, selection.except(), sheet), () -> writeByPages(selection, sheet));
    }

    /** Whoever is found when it begins is written, each once, whatever changes meanwhile. */
    private void writeFound(FoundMembers found, Set<MemberId> except, Consumer<ExportRows.Row> sheet) {
        long total = found.count();
        for (long from = 0; from < total; from += BATCH) {
            List<Long> ids = found.page(from, BATCH).stream()
                    .filter(member -> !except.contains(member))
                    .map(MemberId::value)
                    .toList();
            rows.batch(ids).forEach(sheet);
        }
    }

    private void writeByPages(MemberSelection.AllThat selection, Consumer<ExportRows.Row> sheet) {
        var boundaries = new PageBoundaries();
        int read = 0;
        List<ExportRows.Row> batch;
        do {
            batch = rows.batch(selection.query(), boundaries, read, BATCH);
            read += batch.size();
            batch.stream()
                    .filter(row -> !selection.except().contains(row.listed().id()))
                    .forEach(sheet);
        } while (batch.size() == BATCH);
    }

    private void writeSome(MemberSelection.Some selection, Consumer<ExportRows.Row> sheet) {
        List<Long> ids =
                selection.members().stream().map(MemberId::value).sorted().toList();
        for (int from = 0; from < ids.size(); from += BATCH) {
            rows.batch(ids.subList(from, Math.min(from + BATCH, ids.size()))).forEach(sheet);
        }
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
