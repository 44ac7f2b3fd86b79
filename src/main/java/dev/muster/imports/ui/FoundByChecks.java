package dev.muster.imports.ui;

import dev.muster.imports.CheckResults;
import dev.muster.imports.CheckResults.MemberUpdate;
import dev.muster.imports.CheckResults.NewMember;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportResults;
import dev.muster.imports.ImportedRow;
import dev.muster.imports.IssueGroup;
import dev.muster.imports.Outcome;
import dev.muster.imports.RowFilter;
import java.io.OutputStream;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads what checks found from the services. */
@Component
class FoundByChecks implements CheckSource {

    private final CheckResults checks;
    private final ImportResults results;

    FoundByChecks(CheckResults checks, ImportResults results) {
        this.checks = checks;
        this.results = results;
    }

    @Override
    public List<NewMember> created(ImportId check, String search, int offset, int limit) {
        return checks.created(check, search, offset, limit);
    }

    @Override
    public long countCreated(ImportId check, String search) {
        return checks.countCreated(check, search);
    }

    @Override
    public List<MemberUpdate> updated(ImportId check, String search, int offset, int limit) {
        return checks.updated(check, search, offset, limit);
    }

    @Override
    public long countUpdated(ImportId check, String search) {
        return checks.countUpdated(check, search);
    }

    @Override
    public List<ImportedRow> rejected(ImportId check, String search, int offset, int limit) {
        return results.rows(check, new RowFilter(Outcome.REJECTED, null, search), offset, limit);
    }

    @Override
    public long countRejected(ImportId check, String search) {
        return results.count(check, new RowFilter(Outcome.REJECTED, null, search));
    }

    @Override
    public List<IssueGroup> issues(ImportId check) {
        return results.issueGroups(check);
    }

    @Override
    public void write(ImportId check, OutputStream out) {
        results.writeResult(check, out);
    }
}
