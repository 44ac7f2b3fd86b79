package dev.muster.imports;

import dev.muster.security.AccountId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** Keeps uploaded files where every node of the hub can read them. Memory stays constant whatever a file's size. */
interface FileStore {

    /**
     * Keeps {@code content} under {@code fileName}; where that fails, nothing of it is left behind.
     *
     * @throws FileTooLargeException where it has more bytes than the limit
     */
    ImportFileId write(String fileName, InputStream content, AccountId uploader) throws IOException;

    /** Finds a file that was stored whole. */
    Optional<StoredFile> find(ImportFileId id);

    /** Opens the content of {@code file} from its start. */
    InputStream open(StoredFile file);

    /** Notes that {@code file} was looked through, read as {@code format}, and has {@code rows} rows. */
    void inspected(ImportFileId file, FileFormat format, long rows);

    /** Removes the file, unless an import uses it. */
    void delete(ImportFileId file);

    /** Removes the file, unless an import uses it, or as soon as none does any more. */
    void discard(ImportFileId file);

    /**
     * Removes every file that is used by no import, and was uploaded before {@code moment} or discarded; returns how
     * many.
     */
    int deleteUnusedBefore(Instant moment);
}
