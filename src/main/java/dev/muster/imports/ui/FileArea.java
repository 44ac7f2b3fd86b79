package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
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

/** The card of the file in the import dialog: to choose it, while it comes, and what it is. */
final class FileArea extends Composite<Div> {

    private final UploadManager upload;
    private final Runnable onCancel;
    private final Runnable onRetry;
    private final Paragraph uploading = new Paragraph();
    private final ProgressBar bar = new ProgressBar();

    FileArea(UploadManager upload, Runnable onCancel, Runnable onRetry) {
        this.upload = upload;
        this.onCancel = onCancel;
        this.onRetry = onRetry;
        bar.addClassName("imp-bar");
        show(new UploadState.None());
    }

    /** Shows {@code state}; the button to go on with gets the focus, since the one that had it is gone. */
    void show(UploadState state) {
        switch (state) {
            case UploadState.None() -> showNone();
            case UploadState.Uploading(String name, int percent) -> showUploading(name, percent);
            case UploadState.Reading(String name) -> showReading(name);
            case UploadState.Usable(FileInspection.Usable file) -> showUsable(file);
            case UploadState.Unusable(String name, FileProblem problem) -> showProblem(name, problem, choose());
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

    private void showUsable(FileInspection.Usable file) {
        var facts = new Span(getTranslation(
                "imports.dialog.file.facts", ImportWords.bytes(file.bytes()), ImportWords.rows(file.rows())));
        facts.addClassName("muted");
        var title = new Div(name(file.fileName()), facts);
        title.addClassName("imp-file-title");
        var detected = new Div(
                chip(file.encoding()),
                chip(getTranslation(delimiterKey(file.delimiter()))),
                chip(getTranslation("imports.dialog.file.header")));
        detected.addClassName("imp-detected");
        ChooseFileButton choose = choose();
        fill("imp-card", icon(Icons.TABLE, "imp-good"), column(title, detected), choose);
        choose.focus();
    }

    private void showStopped(String name, int percent) {
        var retry = new Button(getTranslation("imports.dialog.upload.retry"), _ -> onRetry.run());
        retry.addClassName("aura-accent-neutral");
        var problem = new FileProblem(
                getTranslation("imports.dialog.upload.stopped", percent),
                getTranslation("imports.dialog.upload.stopped.explanation"));
        showProblem(name, problem, retry);
    }

    private void showProblem(String name, FileProblem problem, Button wayOut) {
        var message = new Paragraph(problem.message());
        message.addClassName("imp-problem");
        var explanation = new Paragraph(problem.explanation());
        fill("imp-card imp-card-error", icon(Icons.ERROR, "imp-bad"), column(message, explanation, name(name)), wayOut);
        getContent().getElement().setAttribute("role", "alert");
        wayOut.focus();
    }

    private void fill(String classNames, Component... parts) {
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

    private static String delimiterKey(char delimiter) {
        return switch (delimiter) {
            case ';' -> "imports.dialog.file.semicolon";
            case '\t' -> "imports.dialog.file.tab";
            case '|' -> "imports.dialog.file.pipe";
            default -> "imports.dialog.file.comma";
        };
    }
}
