package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadManager;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Toasts;
import dev.muster.imports.FileInspection;
import dev.muster.imports.FileProblem;
import dev.muster.imports.FormatChoice;
import dev.muster.imports.ImportFileId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** {@code Import Advocates (CSV)}: a file, how to import it, {@code Import}. */
final class ImportDialog extends Dialog {

    private static final long serialVersionUID = 1;

    private final transient ImportDialogActions actions;
    private final transient FileIntake intake;
    private final Div body = new Div();
    private final UploadManager upload;
    private final UploadDropZone dropZone;
    private final FileArea fileArea;
    private final PreviewTable preview = new PreviewTable();
    private final SettingsForm settings;
    private final ColumnsStep columns;
    private final StepTab fileTab = new StepTab("imports.dialog.step.file");
    private final StepTab columnsTab = new StepTab("imports.dialog.step.columns");
    private final Tabs rail = new Tabs(fileTab, columnsTab);
    private final Div fileStep;
    private final Span summary = new Span();
    private final BusyButton start;
    private transient @Nullable ImportFileId file;
    private transient @Nullable ImportFileId unreadable;

    ImportDialog(ImportDialogActions actions, Clock clock) {
        this.actions = actions;
        intake = new FileIntake(actions, clock, this::show);
        upload = new UploadManager(body, intake);
        dropZone = new UploadDropZone(body, upload);
        fileArea = new FileArea(upload, this::cancelUpload, this::retryUpload, this::readAgain);
        settings = new SettingsForm(actions.groups());
        columns = new ColumnsStep(actions.fields());
        start = new BusyButton("imports.dialog.start", "imports.dialog.starting");
        var place = new Div(fileArea, preview);
        place.addClassName("imp-file-place");
        fileStep = new Div(place, settings);

        upload.setMaxFiles(1);
        upload.addFileRejectedListener(_ -> Toasts.error(getTranslation("imports.dialog.upload.one")));
        rail.addSelectedChangeListener(_ -> showStep());
        start.addClickListener(_ -> start());
        start.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
        addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                leave();
            }
        });
        addDetachListener(_ -> leave());

        layOut();
        show(new UploadState.None());
    }

    private void layOut() {
        setHeaderTitle(getTranslation("imports.dialog.title"));
        setWidth("960px");
        setHeight("640px");
        addClassName("imp-dialog");
        var close = new Button(Icons.X.create(), _ -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.addClassName("aura-accent-neutral");
        close.setAriaLabel(getTranslation("imports.dialog.close"));
        close.setTooltipText(getTranslation("imports.dialog.close"));
        getHeader().add(close);

        rail.setOrientation(Tabs.Orientation.VERTICAL);
        rail.addClassName("imp-rail");
        rail.getElement().setAttribute("aria-label", getTranslation("imports.dialog.steps"));
        fileStep.addClassName("imp-step-body");
        columns.addClassName("imp-step-body");
        columns.setVisible(false);
        body.addClassName("imp-dialog-body");
        body.add(rail, fileStep, columns);
        dropZone.addClassName("imp-drop-zone");
        add(dropZone);

        var cancel = new Button(getTranslation("imports.dialog.cancel"), _ -> close());
        cancel.addClassName("aura-accent-neutral");
        summary.addClassName("imp-summary");
        summary.getElement().setAttribute("role", "status");
        getFooter().add(template(), summary, cancel, start);
    }

    private Component template() {
        var link = new CsvLink(
                getTranslation("imports.dialog.template"), () -> "advocates-template.csv", actions::writeTemplate);
        link.addClassName("imp-template");
        return link;
    }

    private void show(UploadState state) {
        discard();
        fileArea.show(state);
        switch (state) {
            case UploadState.Usable(FileInspection.Usable usable) -> showUsable(usable);
            case UploadState.Uploading uploading -> showUnsettled(uploading.fileName());
            case UploadState.Reading(String name) -> showUnsettled(name);
            case UploadState.Unusable(String name, FileProblem _, FileInspection.Reading reading) -> {
                unreadable = reading == null ? null : reading.file();
                showUnusable(name);
            }
            case UploadState.Stopped stopped -> showUnusable(stopped.fileName());
            case UploadState.None() -> showUnusable(getTranslation("imports.dialog.step.waiting"));
        }
    }

    private void showUsable(FileInspection.Usable usable) {
        file = usable.file();
        preview.show(usable);
        columns.show(usable);
        fileTab.show(usable.fileName(), true);
        columnsTab.show(columns.summary(usable), true);
        columnsTab.setEnabled(true);
        summary.setText(ImportWords.rows(usable.rows()));
        start.setEnabled(true);
        releaseUpload();
    }

    /** Reads the file in another way; it is the same file, so it stays. */
    private void readAgain(ImportFileId same, FormatChoice choice) {
        file = null;
        unreadable = null;
        show(UploadState.of(actions.inspect(same, choice)));
    }

    private void showUnusable(String text) {
        showUnsettled(text);
        releaseUpload();
    }

    private void showUnsettled(String text) {
        preview.clear();
        rail.setSelectedTab(fileTab);
        fileTab.show(text, false);
        columnsTab.show(getTranslation("imports.dialog.step.waiting"), false);
        columnsTab.setEnabled(false);
        summary.setText("");
        start.setEnabled(false);
    }

    private void showStep() {
        boolean isFile = rail.getSelectedTab().equals(fileTab);
        fileStep.setVisible(isFile);
        columns.setVisible(!isFile);
    }

    private void start() {
        ImportFileId chosen = file;
        if (chosen == null) {
            return;
        }
        file = null;
        try {
            actions.start(chosen, settings.value());
        } catch (RuntimeException e) {
            file = chosen;
            start.again();
            Toasts.error(getTranslation("imports.dialog.failed"));
            throw e;
        }
        close();
    }

    private void cancelUpload() {
        intake.cancel();
        dropZone.getElement().executeJs("this.manager.files.forEach(f => this.manager.abortUpload(f))");
        show(new UploadState.None());
    }

    /** Lets the browser take another file; it remembers this one, in case it has to be sent again. */
    private void releaseUpload() {
        dropZone.getElement()
                .executeJs(
                        "this.sent = this.manager?.files[0] ?? this.sent; if (this.manager) this.manager.files = []");
    }

    private void retryUpload() {
        dropZone.getElement().executeJs("this.manager.addFiles([this.sent])");
    }

    private void leave() {
        intake.cancel();
        discard();
    }

    private void discard() {
        if (file != null) {
            actions.discard(file);
            file = null;
        }
        if (unreadable != null) {
            actions.discard(unreadable);
            unreadable = null;
        }
    }
}
