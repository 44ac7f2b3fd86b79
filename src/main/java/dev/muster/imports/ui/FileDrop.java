package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadManager;
import dev.muster.common.ui.Toasts;

/** The whole of the import dialog takes a file that is dropped on it; one at a time. */
final class FileDrop extends Composite<UploadDropZone> {

    private static final long serialVersionUID = 1;

    private static final String ABORT = "this.manager.files.forEach(f => this.manager.abortUpload(f))";

    /** The browser remembers the file, in case it has to be sent again. */
    private static final String RELEASE =
            "this.sent = this.manager?.files[0] ?? this.sent; if (this.manager) this.manager.files = []";

    private static final String RETRY = "this.manager.addFiles([this.sent])";

    private final UploadManager upload;

    /**
     * @param body what it is laid around
     * @param intake takes the bytes
     */
    FileDrop(Component body, FileIntake intake) {
        upload = new UploadManager(body, intake);
        upload.setMaxFiles(1);
        upload.addFileRejectedListener(_ -> Toasts.error(getTranslation("imports.dialog.upload.one")));
        getContent().setUploadManager(upload);
        getContent().setContent(body);
        getContent().addClassName("imp-drop-zone");
    }

    /** Returns what a button for choosing a file needs. */
    UploadManager upload() {
        return upload;
    }

    void abort() {
        getElement().executeJs(ABORT);
    }

    /** Lets the browser take another file. */
    void release() {
        getElement().executeJs(RELEASE);
    }

    void retry() {
        getElement().executeJs(RETRY);
    }
}
