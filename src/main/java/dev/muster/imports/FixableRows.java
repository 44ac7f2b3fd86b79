package dev.muster.imports;

import dev.muster.common.Catalogue;
import dev.muster.imports.CorrectionCheck.Reading;
import dev.muster.imports.CorrectionCheck.Verdict;
import dev.muster.imports.Corrections.OpenRow;
import dev.muster.imports.FixableRow.State;
import dev.muster.imports.ImportedRow.RowIssue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Says of rejected rows what would come of them now. */
@Component
class FixableRows {

    private final CorrectionCheck check;
    private final ImportIssues issues;
    private final Catalogue catalogue;

    FixableRows(CorrectionCheck check, ImportIssues issues, Catalogue catalogue) {
        this.check = check;
        this.issues = issues;
        this.catalogue = catalogue;
    }

    /** Returns rows that are still to be imported. */
    List<FixableRow> open(ImportId id, List<OpenRow> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        Reading reading = check.reading(id);
        Map<Long, List<Issue>> before =
                issues.of(id, page.stream().map(OpenRow::line).toList());
        var corrected = new LinkedHashMap<Long, List<String>>();
        page.stream().filter(OpenRow::isCorrected).forEach(row -> corrected.put(row.line(), row.cells()));
        Map<Long, Verdict> verdicts = corrected.isEmpty() ? Map.of() : check.check(reading, corrected);
        return page.stream()
                .map(row -> verdicts.containsKey(row.line())
                        ? corrected(reading, row.line(), row.cells(), Objects.requireNonNull(verdicts.get(row.line())))
                        : row(
                                reading,
                                row.line(),
                                row.cells(),
                                State.UNTOUCHED,
                                shown(before.getOrDefault(row.line(), List.of()))))
                .toList();
    }

    /** Returns a row that somebody wrote in, of which the check said {@code verdict}. */
    FixableRow corrected(Reading reading, long line, List<String> cells, Verdict verdict) {
        return row(reading, line, cells, verdict.isReady() ? State.READY : State.CHANGED, shown(verdict.issues()));
    }

    /** Returns a row that somebody imported meanwhile. */
    FixableRow imported(Reading reading, long line, List<String> cells) {
        return row(
                reading,
                line,
                cells,
                State.IMPORTED,
                List.of(new RowIssue(Severity.INFO, null, null, catalogue.text("imports.fix.imported"))));
    }

    private static FixableRow row(
            Reading reading, long line, List<String> cells, State state, List<RowIssue> messages) {
        return new FixableRow(line, RejectedCells.padded(cells, reading.header().size()), state, messages);
    }

    private List<RowIssue> shown(List<Issue> all) {
        return all.stream()
                .map(issue ->
                        new RowIssue(issue.kind().severity(), issue.column(), issue.cell(), issue.text(catalogue)))
                .toList();
    }
}
