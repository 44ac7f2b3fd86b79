package dev.muster.imports;

import dev.muster.common.JobBell;
import dev.muster.security.CurrentUser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Takes files in, looks through them, and drops those that are not wanted after all. */
@Component
class UploadedFiles {

    private final FileStore files;
    private final RecentAddresses recent;
    private final FileInspector inspector;
    private final ImportChecks checks;
    private final JobBell bell;
    private final CurrentUser user;
    private final ImportLimits limits;

    UploadedFiles(
            FileStore files,
            RecentAddresses recent,
            FileInspector inspector,
            ImportChecks checks,
            JobBell bell,
            CurrentUser user,
            ImportLimits limits) {
        this.files = files;
        this.recent = recent;
        this.inspector = inspector;
        this.checks = checks;
        this.bell = bell;
        this.user = user;
        this.limits = limits;
    }

    /** Stores what the current user sends, as {@link ImportDesk#store} says. */
    ImportFileId store(String fileName, InputStream content) {
        try (var arriving = new ArrivingFile(fileName, content, limits.maxRows())) {
            ImportFileId file =
                    files.write(fileName, arriving.content(), user.get().id());
            arriving.end().ifPresent(sound -> {
                files.inspected(file, sound.format(), sound.rows());
                recent.note(file, sound);
            });
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FileInspection inspect(ImportFileId file, FormatChoice choice) {
        return inspector.inspect(stored(file), choice);
    }

    /**
     * Ends the checks of a file and removes it; one that an import uses stays. One that was checked goes in a moment,
     * once {@link OldChecks} has removed what the checks left behind: that may be much, and somebody waits here.
     */
    void discard(ImportFileId file) {
        checks.forgetChecksOf(file);
        files.discard(file);
        bell.ring(ImportJobs.REMOVE_UNUSED);
    }

    /**
     * Finds a file.
     *
     * @throws IllegalArgumentException where there is none
     */
    StoredFile stored(ImportFileId file) {
        return files.find(file)
                .orElseThrow(() -> new IllegalArgumentException("There is no file %d.".formatted(file.value())));
    }
}
