package dev.muster.imports;

import dev.muster.common.Catalogue;
import dev.muster.security.AuditLog;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What became of the rows of an import. */
@Service
public class ImportResults {

    private final ImportChunks chunks;
    private final RowPages pages;
    private final ResultFiles files;
    private final Catalogue catalogue;
    private final AuditLog audit;

    ImportResults(ImportChunks chunks, RowPages pages, ResultFiles files, Catalogue catalogue, AuditLog audit) {
        this.audit = audit;
        this.chunks = chunks;
        this.pages = pages;
        this.files = files;
        this.catalogue = catalogue;
    }

    /** Returns the issues by what they say: errors first, then warnings, and among them the most frequent first. */
    @PreAuthorize("hasRole('VIEWER')")
    public List<IssueGroup> issueGroups(ImportId id) {
        return chunks.issueCounts(id).stream()
                .map(count -> new IssueGroup(
                        count.kind().severity(),
                        count.kind().messageKey(),
                        count.kind().textOfAll(catalogue),
                        count.rows()))
                .sorted(Comparator.comparing(IssueGroup::severity)
                        .thenComparing(
                                Comparator.comparingLong(IssueGroup::rows).reversed())
                        .thenComparing(IssueGroup::messageKey))
                .toList();
    }

    /** Returns rows in the file's order. A page costs a handful of queries, however long the file. */
    @PreAuthorize("hasRole('VIEWER')")
    public List<ImportedRow> rows(ImportId id, RowFilter filter, int offset, int limit) {
        return pages.page(id, filter, offset, limit);
    }

    /** Returns how many rows {@link #rows} has in all. */
    @PreAuthorize("hasRole('VIEWER')")
    public long count(ImportId id, RowFilter filter) {
        return pages.count(id, filter);
    }

    /** Returns the messages about rows, in the file's order. */
    @PreAuthorize("hasRole('VIEWER')")
    public List<ImportedIssue> issues(ImportId id, long offset, int limit) {
        return pages.issues(id, offset, limit).stream()
                .map(one -> new ImportedIssue(
                        one.line(),
                        one.issue().column(),
                        one.issue().cell(),
                        one.issue().kind().severity(),
                        one.issue().text(catalogue)))
                .toList();
    }

    /** Returns how many messages {@link #issues} has in all. */
    @PreAuthorize("hasRole('VIEWER')")
    public long countIssues(ImportId id) {
        return pages.countIssues(id);
    }

    /**
     * Writes the file with the columns Line, Result and Messages in front: UTF-8 with a mark, and no cell that a
     * spreadsheet would run as a formula. Does not close {@code out}.
     */
    @PreAuthorize("hasRole('VIEWER')")
    public void writeResult(ImportId id, OutputStream out) {
        audit.record("import.download-result", "import", Long.toString(id.value()), null);
        files.writeResult(id, out);
    }

    /** Writes the file as it was uploaded, byte by byte. Does not close {@code out}. */
    @PreAuthorize("hasRole('VIEWER')")
    public void writeFile(ImportId id, OutputStream out) {
        audit.record("import.download-file", "import", Long.toString(id.value()), null);
        files.writeFile(id, out);
    }

    /**
     * Writes the rejected rows alone, in the original columns and with one for the messages, so that the file can be
     * corrected and imported as it is. Does not close {@code out}.
     */
    @PreAuthorize("hasRole('VIEWER')")
    public void writeErrors(ImportId id, OutputStream out) {
        audit.record("import.download-errors", "import", Long.toString(id.value()), null);
        files.writeErrors(id, out);
    }
}
