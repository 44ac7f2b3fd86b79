package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.muster.common.ui.Icons;
import dev.muster.imports.ui.ChipFace.Tone;
import org.jspecify.annotations.Nullable;

/** The chip itself: an icon, words, and a bar; on a phone the icon and the percentage. */
final class ChipButton extends Composite<NativeButton> implements Focusable<NativeButton> {

    private final Span icon = new Span();
    private final Span words = new Span();
    private final Span percent = new Span();
    private final ProgressBar bar = new ProgressBar();
    private @Nullable Tone tone;

    ChipButton() {
        words.addClassName("imp-chip-words");
        percent.addClassName("imp-chip-percent");
        bar.addClassNames("imp-bar", "imp-chip-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        getContent().addClassName("imp-chip");
        getContent().getElement().setAttribute("type", "button");
        getContent().add(icon, words, percent, bar);
    }

    /** Has {@code onApproach} told when the pointer or the focus comes to the chip, as both do before a click. */
    void onApproach(Runnable onApproach) {
        getContent().getElement().addEventListener("pointerenter", _ -> onApproach.run());
        getContent().addFocusListener(_ -> onApproach.run());
    }

    void show(ChipFace face) {
        String text = getTranslation(face.textKey(), face.number());
        words.setText(text);
        getContent().setAriaLabel(text);
        bar.setVisible(face.percent() != null);
        percent.setVisible(face.percent() != null);
        if (face.percent() != null) {
            bar.setValue(face.percent() / 100.0);
            percent.setText(ImportWords.percent(face.percent()));
        }
        if (face.tone() != tone) {
            showTone(face.tone());
        }
    }

    private void showTone(Tone next) {
        tone = next;
        icon.removeAll();
        icon.add(
                switch (next) {
                    case RUNNING -> Icons.DOWNLOAD.create();
                    case DONE -> Icons.CHECK.create();
                    case FAILED -> Icons.ERROR.create();
                });
        getContent().setClassName("imp-chip-done", next == Tone.DONE);
        getContent().setClassName("imp-chip-failed", next == Tone.FAILED);
    }
}
