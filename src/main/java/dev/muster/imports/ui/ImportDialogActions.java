package dev.muster.imports.ui;

import com.vaadin.flow.signals.Signal;
import dev.muster.imports.ChosenColumn;
import dev.muster.imports.FileInspection;
import dev.muster.imports.FileProblem;
import dev.muster.imports.FormatChoice;
import dev.muster.imports.ImportFileId;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ProposedColumn;
import dev.muster.imports.Repair;
import dev.muster.members.FieldDefinition;
import dev.muster.members.GroupSummary;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the import dialog can have done for it. */
interface ImportDialogActions {

    /** Keeps the bytes of {@code content}, to its end. */
    ImportFileId store(String fileName, InputStream content);

    /** Looks through a file, read as {@code choice} says. */
    FileInspection inspect(ImportFileId file, FormatChoice choice);

    /** Throws away a file that is not imported. */
    void discard(ImportFileId file);

    List<GroupSummary> groups();

    /** Returns the custom profile fields that a column can go to. */
    List<FieldDefinition> fields();

    /** Tells whether whoever opened the dialog may create fields. */
    boolean mayCreateFields();

    /** Proposes where the columns of {@code file} go; if need be as in an earlier import, which had {@code before}. */
    List<ProposedColumn> propose(FileInspection.Usable file, List<ChosenColumn> before);

    /** Says why a file with these columns cannot be imported; or empty. */
    Optional<FileProblem> problem(List<ChosenColumn> columns);

    /** Returns the repairs that the last import made. */
    Set<Repair> lastRepairs();

    /** Starts to check what an import would do. */
    ImportSnapshot check(ImportFileId file, ImportWish wish);

    /** Ends a check that is not wanted any more. */
    void forget(ImportId check);

    /** Returns how the checks stand. */
    Signal<ImportBoard> checks();

    /** Returns what checks found. */
    CheckSource found();

    /** Returns the last import of the very same file. */
    Optional<ImportSnapshot> lastOfSameFile(ImportFileId file);

    /**
     * Starts the import and shows that it runs.
     *
     * @param check what was checked before, or null
     * @param known the last import of the same file that the dialog told of, or null
     * @return an import of the same file that came in between; empty where this one is started
     */
    Optional<ImportSnapshot> start(
            ImportFileId file, ImportWish wish, @Nullable ImportId check, @Nullable ImportId known);

    void writeTemplate(OutputStream out);
}
