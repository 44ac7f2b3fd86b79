package dev.muster.imports;

import dev.muster.security.AuditLog;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where an admin brings a file, has it imported, and follows what became of it. */
@Service
public class ImportDesk {

    private final UploadedFiles uploads;
    private final ImportStarts starts;
    private final ImportEnds ends;
    private final Snapshots snapshots;
    private final SameFile sameFile;
    private final ImportQueue queue;
    private final AuditLog audit;

    ImportDesk(
            UploadedFiles uploads,
            ImportStarts starts,
            ImportEnds ends,
            Snapshots snapshots,
            SameFile sameFile,
            ImportQueue queue,
            AuditLog audit) {
        this.uploads = uploads;
        this.starts = starts;
        this.ends = ends;
        this.snapshots = snapshots;
        this.sameFile = sameFile;
        this.queue = queue;
        this.audit = audit;
    }

    /**
     * Stores an uploaded file. A file that is never imported is removed after a day.
     *
     * @param fileName the name as the admin's computer has it; folders in front are dropped
     * @param content read to its end, in constant memory; not closed. One that is too large is read no further
     * @throws FileTooLargeException where it is larger than the hub takes
     * @throws UncheckedIOException where the upload breaks off; nothing is left behind then
     */
    @PreAuthorize("hasRole('MANAGER')")
    public ImportFileId store(String fileName, InputStream content) {
        return uploads.store(fileName, content);
    }

    /**
     * Looks through the whole file: whether it can be imported, how many rows it has, its header and first rows.
     *
     * @throws IllegalArgumentException where there is no such file
     */
    @PreAuthorize("hasRole('MANAGER')")
    public FileInspection inspect(ImportFileId file) {
        return inspect(file, FormatChoice.DETECT);
    }

    /**
     * Looks through the whole file, read as {@code choice} says: an import that is started next reads it in the same way.
     *
     * @throws IllegalArgumentException where there is no such file
     */
    @PreAuthorize("hasRole('MANAGER')")
    public FileInspection inspect(ImportFileId file, FormatChoice choice) {
        return uploads.inspect(file, choice);
    }

    /**
     * Starts a check: the same as an import, over the whole file, but nothing of it reaches a member. It goes on by
     * itself, and is removed after a day.
     *
     * @param newGroups names of groups that the import would create
     * @throws IllegalArgumentException where there is no such file
     */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public ImportId check(ImportFileId file, ImportSettings settings, List<String> newGroups) {
        return starts.check(file, settings, newGroups);
    }

    /** Ends a check that is not wanted any more. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public void forget(ImportId check) {
        starts.forget(check);
    }

    /** Removes a file that is not wanted after all, and its checks. A file that an import uses stays. */
    @PreAuthorize("hasRole('MANAGER')")
    public void discard(ImportFileId file) {
        uploads.discard(file);
    }

    /**
     * Starts an import of {@code file}: once this returns, it goes on whatever happens to the page or the server. Fields
     * that its columns ask for are created, which takes an administrator.
     *
     * @throws IllegalArgumentException where there is no such file, a field cannot be created, or a policy does not fit
     */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public ImportId start(ImportFileId file, ImportSettings settings) {
        return start(file, settings, null);
    }

    /**
     * Starts an import that was checked before: where members changed in between, the rows concerned say so.
     *
     * @param check a check of the same file with the same settings; null, or one that is not through, for none
     */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public ImportId start(ImportFileId file, ImportSettings settings, @Nullable ImportId check) {
        ImportId id = starts.start(file, settings, check);
        record("import.start", id);
        return id;
    }

    /** Returns the last import of the very same bytes as {@code file}, unless it was taken back or wrote nothing. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional(readOnly = true)
    public Optional<ImportSnapshot> lastOfSameFile(ImportFileId file) {
        return sameFile.lastImport(file);
    }

    /**
     * Starts an import, unless the very same file was imported meanwhile, from another tab or by somebody else.
     *
     * @param known the last import of the same file that the admin was told of; null for none
     * @return the import that came in between; empty where this one is started
     */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public Optional<ImportSnapshot> startUnlessImported(
            ImportFileId file, ImportSettings settings, @Nullable ImportId check, @Nullable ImportId known) {
        sameFile.lock(file);
        Optional<ImportSnapshot> between =
                sameFile.lastImport(file).filter(one -> !one.id().equals(known));
        if (between.isEmpty()) {
            start(file, settings, check);
        }
        return between;
    }

    /**
     * Keeps in the history that a file is not imported, and why. Nobody waits for it: for whoever brings files without
     * looking at them, such as a program.
     *
     * @param isCheck whether it was only to be checked: then it is removed after a day
     * @throws IllegalArgumentException where there is no such file
     */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public ImportId refuse(ImportFileId file, ImportSettings settings, FileProblem problem, boolean isCheck) {
        ImportId id = starts.refuse(file, settings, problem, isCheck);
        record("import.refuse", id);
        queue.tell(id);
        return id;
    }

    /** Asks an import to stop. It does at the end of the chunk it is writing; what was written stays. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public void cancel(ImportId id) {
        ends.requestCancel(id);
        record("import.cancel", id);
        queue.tell(id);
    }

    /**
     * Takes up a cancelled or failed import after the last chunk that was written. Of many who ask at once, one does.
     *
     * @return why it is left as it is; empty where it goes on
     * @throws IllegalArgumentException where there is no such import
     */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public Optional<ResumeRefusal> resume(ImportId id) {
        ImportSnapshot one = find(id).orElseThrow(
                        () -> new IllegalArgumentException("There is no import %d.".formatted(id.value())));
        Optional<ResumeRefusal> refusal = ResumeRefusal.of(one);
        if (refusal.isEmpty()) {
            ends.requeue(id).ifPresent(fence -> {
                queue.add(id, fence);
                record("import.resume", id);
            });
        }
        return refusal;
    }

    /** Finds an import, or a check, as it stands. One statement, so no transaction: whoever follows an import asks often. */
    @PreAuthorize("hasRole('VIEWER')")
    public Optional<ImportSnapshot> find(ImportId id) {
        return snapshots.find(id).filter(one -> !one.takesBack());
    }

    /**
     * Returns what the admin chose for an import, to choose it again; groups that are gone since are left out.
     *
     * @throws IllegalArgumentException where there is no such import
     */
    @PreAuthorize("hasRole('VIEWER')")
    @Transactional(readOnly = true)
    public ImportSettings settings(ImportId id) {
        return starts.settings(id);
    }

    /**
     * Returns imports: those that run, then the others, the newest first.
     *
     * @param search a part of the file's name or of the name of who started it; blank for all
     */
    @PreAuthorize("hasRole('VIEWER')")
    @Transactional(readOnly = true)
    public List<ImportSnapshot> list(String search, int offset, int limit) {
        return snapshots.list(search, offset, limit);
    }

    /** Returns how many imports {@link #list} has in all. */
    @PreAuthorize("hasRole('VIEWER')")
    @Transactional(readOnly = true)
    public long count(String search) {
        return snapshots.count(search);
    }

    /** Returns the imports and undos that wait or run, the newest first; whatever only looks is not among them. */
    @PreAuthorize("hasRole('VIEWER')")
    @Transactional(readOnly = true)
    public List<ImportSnapshot> active() {
        return snapshots.active().stream().filter(one -> !one.isCheck()).toList();
    }

    private void record(String action, ImportId id) {
        String fileName = snapshots.find(id).map(ImportSnapshot::fileName).orElse(null);
        audit.record(action, "import", Long.toString(id.value()), fileName);
    }
}
