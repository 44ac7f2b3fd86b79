package dev.muster.imports;

import dev.muster.common.Catalogue;
import dev.muster.imports.ChunkOutcomes.RowOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what an import did as files: the whole of it beside the original columns, or just what was rejected. */
@Component
class ResultFiles {

    private final FileStore files;
    private final ImportOrders orders;
    private final ImportChunks chunks;
    private final ImportIssues issues;
    private final ResultRows rows;
    private final Catalogue catalogue;

    ResultFiles(
            FileStore files,
            ImportOrders orders,
            ImportChunks chunks,
            ImportIssues issues,
            ResultRows rows,
            Catalogue catalogue) {
        this.chunks = chunks;
        this.issues = issues;
        this.files = files;
        this.orders = orders;
        this.rows = rows;
        this.catalogue = catalogue;
    }

    /** Returns what the annotated copy of {@code fileName} is called. */
    static String resultName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return (dot > 0 ? fileName.substring(0, dot) : fileName) + "-result.csv";
    }

    /** Writes the annotated file. Holds one chunk in memory. */
    void writeResult(ImportId id, OutputStream out) {
        writeResult(id, out, Long.MAX_VALUE);
    }

    /** Writes the annotated file unless it grows over {@code limit} bytes; tells whether it was written whole. */
    boolean writeResult(ImportId id, OutputStream out, long limit) {
        try (CsvSource source = open(id);
                var report = new CsvReport(new LimitedStream(out, limit))) {
            CsvRow header = source.next();
            if (header == null) {
                return true;
            }
            report.write(beside(List.of(Header.LINE, Header.RESULT, Header.MESSAGES), header.cells()));
            CsvRow next = source.next();
            for (int chunk = 1; next != null; chunk++) {
                List<RowOutcome> outcomes = chunks.outcomes(id, chunk);
                next = outcomes.isEmpty()
                        ? writeRest(report, next, source)
                        : writeChunk(id, report, next, source, outcomes);
            }
            return true;
        } catch (LimitedStream.FullException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable CsvRow writeChunk(
            ImportId id, CsvReport report, CsvRow first, CsvSource source, List<RowOutcome> outcomes)
            throws IOException {
        Map<Long, RowOutcome> byLine = new HashMap<>();
        outcomes.forEach(outcome -> byLine.put(outcome.line(), outcome));
        long last = outcomes.getLast().line();
        Map<Long, List<Issue>> why = issues.of(id, first.line(), last);
        CsvRow row = first;
        while (row != null && row.line() <= last) {
            RowOutcome outcome = byLine.get(row.line());
            report.write(beside(
                    List.of(
                            Long.toString(row.line()),
                            result(outcome == null ? null : outcome.outcome()),
                            messages(why.getOrDefault(row.line(), List.of()))),
                    row.cells()));
            row = source.next();
        }
        return row;
    }

    /** Writes the rows that a cancelled or failed import did not come to. */
    private @Nullable CsvRow writeRest(CsvReport report, CsvRow first, CsvSource source) throws IOException {
        for (CsvRow row = first; row != null; row = source.next()) {
            report.write(beside(List.of(Long.toString(row.line()), result(null), ""), row.cells()));
        }
        return null;
    }

    /** Writes the rejected rows in the original columns, and why beside them. */
    void writeErrors(ImportId id, OutputStream out) {
        try (CsvSource source = open(id);
                var report = new CsvReport(out)) {
            CsvRow header = source.next();
            List<String> names = header == null ? List.of() : header.cells();
            int messages = names.indexOf(Header.MESSAGES);
            report.write(messages < 0 ? withCell(names, names.size(), Header.MESSAGES) : names);
            rows.eachRejected(id, (cells, why) -> {
                List<String> whole = padded(cells, names.size());
                report.write(
                        messages < 0
                                ? withCell(whole, names.size(), messages(why))
                                : replaced(whole, messages, messages(why)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the file as it was uploaded. */
    void writeFile(ImportId id, OutputStream out) {
        try (InputStream content = files.open(stored(id))) {
            content.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvSource open(ImportId id) throws IOException {
        return CsvSource.open(files.open(stored(id)), orders.format(id).orElse(FileFormat.STANDARD));
    }

    private StoredFile stored(ImportId id) {
        return files.find(orders.file(id))
                .orElseThrow(() -> new IllegalStateException("The file of import %d is gone.".formatted(id.value())));
    }

    private String result(@Nullable Outcome outcome) {
        return catalogue.text(
                "imports.result." + (outcome == null ? "none" : outcome.name().toLowerCase(Locale.ROOT)));
    }

    private String messages(List<Issue> issues) {
        return issues.stream().map(issue -> issue.text(catalogue)).collect(Collectors.joining("; "));
    }

    private static List<String> beside(List<String> first, List<String> second) {
        var both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    /** Puts a cell below its column: whatever the row has too many stands behind it, as it stood behind the others. */
    private static List<String> withCell(List<String> cells, int index, String cell) {
        var copy = new ArrayList<>(cells);
        copy.add(index, cell);
        return copy;
    }

    private static List<String> replaced(List<String> cells, int index, String cell) {
        var copy = new ArrayList<>(cells);
        copy.set(index, cell);
        return copy;
    }

    private static List<String> padded(List<String> cells, int size) {
        var padded = new ArrayList<>(cells);
        while (padded.size() < size) {
            padded.add("");
        }
        return padded;
    }
}
