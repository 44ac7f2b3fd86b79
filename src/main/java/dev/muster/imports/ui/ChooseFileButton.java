package dev.muster.imports.ui;

import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadManager;
import dev.muster.common.ui.Icons;

/** {@code Choose File}: opens the browser's own dialog. */
final class ChooseFileButton extends UploadButton {

    private static final long serialVersionUID = 1;

    ChooseFileButton(UploadManager upload) {
        super(upload);
        setText(getTranslation("imports.dialog.choose"));
        setIcon(Icons.UPLOAD.create());
        addClassName("aura-accent-neutral");
    }
}
