package dev.muster.imports.ui;

import dev.muster.imports.FileInspection;
import dev.muster.imports.FormatChoice;
import dev.muster.imports.ImportFileId;
import dev.muster.members.GroupSummary;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** What the import dialog can have done for it. */
interface ImportDialogActions {

    /** Keeps the bytes of {@code content}, to its end. */
    ImportFileId store(String fileName, InputStream content);

    /** Looks through a file, read as {@code choice} says. */
    FileInspection inspect(ImportFileId file, FormatChoice choice);

    /** Throws away a file that is not imported. */
    void discard(ImportFileId file);

    List<GroupSummary> groups();

    /** Returns the names that a column can have, in the template's order. */
    List<String> fields();

    /** Starts the import and shows that it runs. */
    void start(ImportFileId file, ImportWish wish);

    void writeTemplate(OutputStream out);
}
