package dev.muster.imports;

import dev.muster.common.Catalogue;
import dev.muster.imports.ChunkOutcomes.RowOutcome;
import dev.muster.imports.ImportedRow.RowIssue;
import dev.muster.imports.ResultRows.ChunkSummary;
import dev.muster.imports.ResultRows.MemberLine;
import dev.muster.members.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Pages over the rows of an import. The chunks tell how many rows they hold, so a page reads the one or two chunks it
 * lies in, and never the file.
 */
@Component
class RowPages {

    private final ResultRows rows;
    private final RowSearch search;
    private final ImportHeaders headers;
    private final Catalogue catalogue;

    RowPages(ResultRows rows, RowSearch search, ImportHeaders headers, Catalogue catalogue) {
        this.rows = rows;
        this.search = search;
        this.headers = headers;
        this.catalogue = catalogue;
    }

    long count(ImportId id, RowFilter filter) {
        RowSearch.Wanted wanted = search.of(id, filter);
        long count = 0;
        for (ChunkSummary chunk : rows.chunks(id)) {
            count += count(id, chunk, filter.outcome(), wanted);
        }
        return count;
    }

    private long count(ImportId id, ChunkSummary chunk, @Nullable Outcome outcome, RowSearch.Wanted wanted) {
        if (wanted.isEverything()) {
            return outcome == null ? chunk.rows() : chunk.count(outcome);
        }
        return wanted.mayLieIn(chunk) ? matching(id, chunk, outcome, wanted).size() : 0;
    }

    List<ImportedRow> page(ImportId id, RowFilter filter, int offset, int limit) {
        RowSearch.Wanted wanted = search.of(id, filter);
        var page = new ArrayList<RowOutcome>();
        long skip = offset;
        for (ChunkSummary chunk : rows.chunks(id)) {
            if (page.size() == limit) {
                break;
            }
            if (wanted.isEverything()) {
                long there = count(id, chunk, filter.outcome(), wanted);
                if (there <= skip) {
                    skip -= there;
                    continue;
                }
            } else if (!wanted.mayLieIn(chunk)) {
                continue;
            }
            List<RowOutcome> matching = matching(id, chunk, filter.outcome(), wanted);
            int from = (int) Math.min(skip, matching.size());
            skip -= from;
            page.addAll(matching.subList(from, Math.min(matching.size(), from + limit - page.size())));
        }
        return shown(id, page);
    }

    private List<RowOutcome> matching(
            ImportId id, ChunkSummary chunk, @Nullable Outcome outcome, RowSearch.Wanted wanted) {
        return rows.outcomes(id, chunk.chunk()).stream()
                .filter(row -> (outcome == null || row.outcome() == outcome) && wanted.contains(row))
                .toList();
    }

    private List<ImportedRow> shown(ImportId id, List<RowOutcome> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Issue>> issues =
                rows.issues(id, page.stream().map(RowOutcome::line).toList());
        Map<Long, MemberLine> members = rows.members(page.stream()
                .map(RowOutcome::memberId)
                .filter(member -> member != 0)
                .distinct()
                .toList());
        List<Long> rejectedLines = page.stream()
                .filter(row -> row.outcome() == Outcome.REJECTED)
                .map(RowOutcome::line)
                .toList();
        Map<Long, List<String>> rejected = rows.rejected(id, rejectedLines);
        ImportHeaders.Places places = rejected.isEmpty() ? ImportHeaders.NOWHERE : headers.of(id);
        return page.stream()
                .map(row -> row(
                        row,
                        row.outcome() == Outcome.REJECTED
                                ? places.line(rejected.getOrDefault(row.line(), List.of()))
                                : members.get(row.memberId()),
                        issues.getOrDefault(row.line(), List.of())))
                .toList();
    }

    private ImportedRow row(RowOutcome row, @Nullable MemberLine line, List<Issue> issues) {
        return new ImportedRow(
                row.line(),
                row.outcome(),
                row.outcome() == Outcome.REJECTED || line == null ? null : new MemberId(row.memberId()),
                line == null ? "" : line.name(),
                line == null ? "" : line.email(),
                line == null ? "" : line.company(),
                issues.stream().map(this::shown).toList());
    }

    private RowIssue shown(Issue issue) {
        return new RowIssue(issue.kind().severity(), issue.column(), issue.cell(), issue.text(catalogue));
    }
}
