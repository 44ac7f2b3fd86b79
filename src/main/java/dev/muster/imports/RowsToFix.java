package dev.muster.imports;

import dev.muster.common.Catalogue;
import dev.muster.imports.CorrectionCheck.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rejected rows of an import that are still to be imported, as an admin sees them who puts them right. */
@Service
public class RowsToFix {

    private final Corrections corrections;
    private final CorrectionCheck check;
    private final FixableRows rows;
    private final ImportChunks chunks;
    private final Catalogue catalogue;

    RowsToFix(
            Corrections corrections,
            CorrectionCheck check,
            FixableRows rows,
            ImportChunks chunks,
            Catalogue catalogue) {
        this.corrections = corrections;
        this.check = check;
        this.rows = rows;
        this.chunks = chunks;
        this.catalogue = catalogue;
    }

    /** Returns the columns that can be written in: those that go to a field, and those whose cells should not be there. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional(readOnly = true)
    public FixSheet sheet(ImportId id) {
        try {
            return new FixSheet.Columns(columns(id, check.reading(id)));
        } catch (UnusableFileException e) {
            return new FixSheet.Unusable(e.problem(catalogue));
        }
    }

    private List<FixableColumn> columns(ImportId id, Reading reading) {
        boolean hasExtraCells =
                chunks.issueCounts(id).stream().anyMatch(count -> count.kind() == Issue.Kind.EXTRA_CELLS);
        var columns = new ArrayList<FixableColumn>();
        for (int i = 0; i < reading.header().size(); i++) {
            Column column = reading.mapping().column(i);
            boolean isShown = column instanceof Column.Unnamed ? hasExtraCells : !(column instanceof Column.LeftOut);
            if (isShown) {
                columns.add(new FixableColumn(i, reading.header().get(i), column.name()));
            }
        }
        if (hasExtraCells) {
            columns.add(new FixableColumn(reading.header().size(), "", ""));
        }
        return columns;
    }

    /** Returns rejected rows that are still to be imported, in the file's order; the filter's outcome does not count. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional(readOnly = true)
    public List<FixableRow> rows(ImportId id, RowFilter filter, int offset, int limit) {
        return rows.open(id, corrections.page(id, filter, offset, limit));
    }

    /** Returns how many rows {@link #rows} has in all. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional(readOnly = true)
    public long count(ImportId id, RowFilter filter) {
        return corrections.count(id, filter);
    }

    /** Returns the first row of {@link #rows} after {@code line}; empty after the last. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional(readOnly = true)
    public Optional<FixableRow> next(ImportId id, RowFilter filter, long line) {
        return corrections
                .after(id, filter, line)
                .map(row -> rows.open(id, List.of(row)).getFirst());
    }

    /** Returns how many corrected rows can be imported. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional(readOnly = true)
    public long ready(ImportId id) {
        return corrections.ready(id);
    }
}
