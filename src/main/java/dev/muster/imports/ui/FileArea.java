package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.UploadManager;
import dev.muster.common.ui.Icons;
import dev.muster.imports.FileInspection;
import dev.muster.imports.FileProblem;
import dev.muster.imports.FormatChoice;
import dev.muster.imports.ImportFileId;
import dev.muster.imports.TextEncoding;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The card of the file in the import dialog: to choose it, while it comes, and what it is. */
final class FileArea extends Composite<Div> {

    /** What a file is most likely that is no UTF-8. */
    private static final TextEncoding OLDER = TextEncoding.WINDOWS_1252;

    private final UploadManager upload;
    private final Runnable onCancel;
    private final Runnable onRetry;
    private final BiConsumer<ImportFileId, FormatChoice> onRead;
    private final Paragraph uploading = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Span facts = new Span();
    private final Div detected = new Div();
    private FormatChange change;
    private transient FileInspection.@Nullable Usable shown;

    /**
     * @param onRead called with a stored file and how it is to be read
     */
    FileArea(UploadManager upload, Runnable onCancel, Runnable onRetry, BiConsumer<ImportFileId, FormatChoice> onRead) {
        this.upload = upload;
        this.onCancel = onCancel;
        this.onRetry = onRetry;
        this.onRead = onRead;
        this.change = new FormatChange(_ -> {});
        bar.addClassName("imp-bar");
        facts.addClassName("muted");
        detected.addClassName("imp-detected");
        show(new UploadState.None());
    }

    /** Shows {@code state}; the button to go on with gets the focus, since the one that had it is gone. */
    void show(UploadState state) {
        switch (state) {
            case UploadState.None() -> showNone();
            case UploadState.Uploading(String name, int percent) -> showUploading(name, percent);
            case UploadState.Reading(String name) -> showReading(name);
            case UploadState.Usable(FileInspection.Usable file) -> showUsable(file);
            case UploadState.Unusable(String name, FileProblem problem, FileInspection.Reading reading) -> {
                if (reading == null) {
                    showProblem(name, problem, choose());
                } else {
                    showProblem(name, problem, waysOut(reading));
                }
            }
            case UploadState.Stopped(String name, int percent) -> showStopped(name, percent);
        }
    }

    private void showNone() {
        ChooseFileButton choose = choose();
        var invitation = new Span(getTranslation("imports.dialog.drop"));
        var hint = new Paragraph(getTranslation("imports.dialog.drop.hint"));
        hint.addClassName("muted");
        var line = new Div(invitation, choose);
        line.addClassName("imp-drop-line");
        fill("imp-card imp-card-empty", line, hint);
        choose.focus();
    }

    private void showUploading(String name, int percent) {
        if (!bar.isAttached() || bar.isIndeterminate()) {
            var stop = new Button(getTranslation("imports.dialog.upload.cancel"), _ -> onCancel.run());
            stop.addThemeVariants(ButtonVariant.TERTIARY);
            fill("imp-card", icon(Icons.TABLE, ""), column(name(name), uploading, bar), stop);
            stop.focus();
        }
        uploading.setText(getTranslation("imports.dialog.upload.percent", percent));
        bar.setIndeterminate(false);
        bar.setValue(percent / 100.0);
        bar.getElement().setAttribute("aria-label", getTranslation("imports.dialog.upload.bar", name));
    }

    private void showReading(String name) {
        uploading.setText(getTranslation("imports.dialog.upload.reading"));
        bar.setIndeterminate(true);
        fill("imp-card", icon(Icons.TABLE, ""), column(name(name), uploading, bar));
    }

    /** A file that is read in another way keeps its card, so that whoever changes that stays where they are. */
    private void showUsable(FileInspection.Usable file) {
        if (shown == null || !shown.file().equals(file.file())) {
            build(file);
        }
        shown = file;
        facts.setText(getTranslation(
                "imports.dialog.file.facts", ImportWords.bytes(file.bytes()), ImportWords.rows(file.rows())));
        detected.removeAll();
        detected.add(
                chip(file.format().encoding().label()),
                chip(ImportWords.delimiter(file.format().delimiter())),
                chip(getTranslation("imports.dialog.file.header", file.headerLine())));
        change.show(file.format(), file.detected());
    }

    private void build(FileInspection.Usable file) {
        var title = new Div(name(file.fileName()), facts);
        title.addClassName("imp-file-title");
        change = change(file.file());
        var how = new Div(detected, change);
        how.addClassName("imp-detected");
        ChooseFileButton choose = choose();
        fill("imp-card", icon(Icons.TABLE, "imp-good"), column(title, how), choose);
        choose.focus();
    }

    private FormatChange change(ImportFileId file) {
        return new FormatChange(choice -> onRead.accept(file, choice));
    }

    private Component[] waysOut(FileInspection.Reading reading) {
        FormatChange other = change(reading.file());
        other.show(reading.format(), reading.detected());
        boolean mayBeOlder = reading.isUndecodable() && reading.format().encoding() != OLDER;
        return new Component[] {mayBeOlder ? readAsOlder(reading) : choose(), other};
    }

    private Button readAsOlder(FileInspection.Reading reading) {
        var read = new Button(getTranslation("imports.dialog.file.read-as", OLDER.label()));
        read.addClassName("aura-accent-neutral");
        read.addClickListener(_ -> onRead.accept(
                reading.file(), new FormatChoice(OLDER, reading.format().delimiter())));
        return read;
    }

    private void showStopped(String name, int percent) {
        var retry = new Button(getTranslation("imports.dialog.upload.retry"), _ -> onRetry.run());
        retry.addClassName("aura-accent-neutral");
        var problem = new FileProblem(
                getTranslation("imports.dialog.upload.stopped", percent),
                getTranslation("imports.dialog.upload.stopped.explanation"));
        showProblem(name, problem, retry);
    }

    private void showProblem(String name, FileProblem problem, Component... waysOut) {
        var message = new Paragraph(problem.message());
        message.addClassName("imp-problem");
        var explanation = new Paragraph(problem.explanation());
        var ways = new Div(waysOut);
        ways.addClassName("imp-ways");
        fill("imp-card imp-card-error", icon(Icons.ERROR, "imp-bad"), column(message, explanation, name(name)), ways);
        getContent().getElement().setAttribute("role", "alert");
        ((Focusable<?>) waysOut[0]).focus();
    }

    private void fill(String classNames, Component... parts) {
        shown = null;
        getContent().removeAll();
        getContent().getElement().removeAttribute("role");
        getContent().setClassName(classNames);
        getContent().add(parts);
    }

    private ChooseFileButton choose() {
        return new ChooseFileButton(upload);
    }

    private static Component column(Component... lines) {
        var column = new Div(lines);
        column.addClassName("imp-names");
        return column;
    }

    private static Component name(String fileName) {
        var name = new Span(fileName);
        name.setTitle(fileName);
        name.addClassName("imp-file");
        return name;
    }

    private static Component icon(Icons icon, String look) {
        var tile = new Span(icon.create());
        tile.setClassName(("imp-tile-icon " + look).strip());
        return tile;
    }

    private static Span chip(String text) {
        var chip = new Span(text);
        chip.addClassName("imp-detail");
        return chip;
    }
}
