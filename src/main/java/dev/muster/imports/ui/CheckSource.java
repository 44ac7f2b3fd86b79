package dev.muster.imports.ui;

import dev.muster.imports.CheckResults.MemberUpdate;
import dev.muster.imports.CheckResults.NewMember;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportedRow;
import dev.muster.imports.IssueGroup;
import java.io.OutputStream;
import java.util.List;

/** What a check found, a page at a time. */
interface CheckSource {

    List<NewMember> created(ImportId check, String search, int offset, int limit);

    long countCreated(ImportId check, String search);

    List<MemberUpdate> updated(ImportId check, String search, int offset, int limit);

    long countUpdated(ImportId check, String search);

    List<ImportedRow> rejected(ImportId check, String search, int offset, int limit);

    long countRejected(ImportId check, String search);

    List<IssueGroup> issues(ImportId check);

    /** Writes the file with what would become of each row in front. */
    void write(ImportId check, OutputStream out);
}
