package dev.muster.imports.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.muster.imports.FileProblem;
import dev.muster.imports.FileTooLargeException;
import dev.muster.imports.FormatChoice;
import dev.muster.imports.ImportFileId;
import dev.muster.imports.NoRoomException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in the file. The bytes go from the request straight to the store, on the request's own thread and as the user
 * of that request; the page only hears how it goes.
 */
final class FileIntake implements UploadHandler {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(FileIntake.class);

    private final transient ImportDialogActions actions;
    private final transient Clock clock;
    private final transient Consumer<UploadState> onChange;
    private transient volatile @Nullable Attempt current;

    /** One upload. A new one, and a cancel, make the one before stop at its next bytes. */
    private final class Attempt {

        private final UI ui;

        Attempt(UI ui) {
            this.ui = ui;
        }

        boolean isOver() {
            return current != this;
        }

        /** The page is not ours here, on the request's thread: hence access, which waits for its lock. */
        void tell(UploadState state) {
            ui.accessLater(() -> tellNow(state), () -> {}).run();
        }

        /** Hands over a stored file; where nobody is there any more to take it, it is thrown away. */
        void hand(ImportFileId file, UploadState state) {
            if (isOver()) {
                actions.discard(file);
                return;
            }
            ui.accessLater(() -> tellNow(state), () -> actions.discard(file)).run();
        }

        private void tellNow(UploadState state) {
            if (!isOver()) {
                onChange.accept(state);
            }
        }
    }

    /**
     * @param onChange called with the page locked
     */
    FileIntake(ImportDialogActions actions, Clock clock, Consumer<UploadState> onChange) {
        this.actions = actions;
        this.clock = clock;
        this.onChange = onChange;
    }

    /** Breaks off the upload that runs, if any; nothing is heard of it any more. */
    void cancel() {
        current = null;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) {
        var attempt = new Attempt(event.getUI());
        current = attempt;
        String fileName = event.getFileName();
        attempt.tell(new UploadState.Uploading(fileName, 0));
        var content = new MeteredStream(
                event.getInputStream(),
                event.getFileSize(),
                clock,
                percent -> attempt.tell(new UploadState.Uploading(fileName, percent)),
                attempt::isOver);
        try {
            ImportFileId file = actions.store(fileName, content);
            attempt.tell(new UploadState.Reading(fileName));
            settle(attempt, file);
        } catch (FileTooLargeException e) {
            attempt.tell(new UploadState.Unusable(fileName, tooLarge(e.limit()), null));
        } catch (NoRoomException e) {
            LOG.warn("The upload of a file was refused; nothing of it was kept. Make room on the disk.", e);
            attempt.tell(new UploadState.Unusable(fileName, noRoom(), null));
        } catch (UncheckedIOException e) {
            LOG.info("The upload of a file broke off; nothing of it was kept. The page offers to try again.", e);
            attempt.tell(new UploadState.Stopped(fileName, content.percent()));
        } catch (RuntimeException e) {
            attempt.tell(new UploadState.Stopped(fileName, content.percent()));
            throw e;
        }
    }

    private void settle(Attempt attempt, ImportFileId file) {
        UploadState state = UploadState.of(actions.inspect(file, FormatChoice.DETECT));
        if (state instanceof UploadState.Unusable unusable && unusable.reading() == null) {
            actions.discard(file);
            attempt.tell(state);
        } else {
            attempt.hand(file, state);
        }
    }

    private static FileProblem noRoom() {
        return new FileProblem(
                I18NProvider.translate("imports.file.no-room"),
                I18NProvider.translate("imports.file.no-room.explanation"));
    }

    private static FileProblem tooLarge(long limit) {
        String size = ImportWords.bytes(limit);
        return new FileProblem(
                I18NProvider.translate("imports.file.too-large", size),
                I18NProvider.translate("imports.file.too-large.explanation", size));
    }
}
