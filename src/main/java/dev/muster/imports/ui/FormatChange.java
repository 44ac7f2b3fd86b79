package dev.muster.imports.ui;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.select.Select;
import dev.muster.imports.Delimiter;
import dev.muster.imports.FileFormat;
import dev.muster.imports.FormatChoice;
import dev.muster.imports.TextEncoding;
import java.util.function.Consumer;

/** {@code Change}: how the chosen file is read, where what was detected is not right. */
final class FormatChange extends Composite<Span> {

    private static final long serialVersionUID = 1;

    private final transient Consumer<FormatChoice> onChange;
    private final Select<TextEncoding> encoding = new Select<>();
    private final Select<Delimiter> delimiter = new Select<>();

    /**
     * @param onChange called with how the file is to be read from now on
     */
    FormatChange(Consumer<FormatChoice> onChange) {
        this.onChange = onChange;
        var open = new Button(getTranslation("imports.dialog.file.change"));
        open.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        open.setAriaLabel(getTranslation("imports.dialog.format.change"));
        encoding.setLabel(getTranslation("imports.dialog.format.encoding"));
        encoding.setItems(TextEncoding.values());
        delimiter.setLabel(getTranslation("imports.dialog.format.delimiter"));
        delimiter.setItems(Delimiter.values());

        encoding.addValueChangeListener(this::changed);
        delimiter.addValueChangeListener(this::changed);

        var form = new Div(encoding, delimiter);
        form.addClassName("imp-format");
        var popover = new Popover(form);
        popover.setAriaLabel(getTranslation("imports.dialog.format"));
        popover.setAutofocus(true);
        popover.setTarget(open);
        getContent().add(open);
    }

    /** Shows how the file is read, and marks what was detected. */
    void show(FileFormat format, FileFormat detected) {
        encoding.setItemLabelGenerator(one -> marked(one.label(), one == detected.encoding()));
        delimiter.setItemLabelGenerator(one -> marked(ImportWords.delimiter(one), one == detected.delimiter()));
        encoding.setValue(format.encoding());
        delimiter.setValue(format.delimiter());
    }

    private void changed(ComponentValueChangeEvent<? extends Focusable<?>, ?> event) {
        if (event.isFromClient()) {
            onChange.accept(new FormatChoice(encoding.getValue(), delimiter.getValue()));
        }
    }

    private String marked(String text, boolean isDetected) {
        return isDetected ? getTranslation("imports.dialog.format.detected", text) : text;
    }
}
