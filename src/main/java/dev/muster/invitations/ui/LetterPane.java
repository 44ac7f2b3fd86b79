package dev.muster.invitations.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import dev.muster.mail.SampleLetter;
import dev.muster.members.MemberRow;
import java.util.OptionalLong;

/** A letter beside the text that makes it: on a wide screen, on a phone, or as plain text. */
final class LetterPane extends Composite<Div> {

    private final Span subject = new Span();
    private final IFrame frame = new IFrame();
    private final Pre plain = new Pre();
    private final Tab desktop = new Tab(getTranslation("invitations.template.desktop"));
    private final Tab phone = new Tab(getTranslation("invitations.template.phone"));
    private final Tab text = new Tab(getTranslation("invitations.template.plain"));
    private final Tabs looks = new Tabs(desktop, phone, text);
    private final ComboBox<MemberRow> reader;

    /**
     * Creates the pane.
     *
     * @param title what screen readers call the letter
     * @param reader chooses whose letter it is
     * @param onReader is called when another reader is chosen
     */
    LetterPane(String title, ComboBox<MemberRow> reader, Runnable onReader) {
        this.reader = reader;
        reader.addValueChangeListener(_ -> onReader.run());
        looks.addSelectedChangeListener(_ -> showLook());

        frame.setSandbox(IFrame.SandboxType.RESTRICT_ALL);
        frame.setTitle(title);
        plain.getElement().setAttribute("tabindex", "0");
        plain.getElement().setAttribute("aria-label", title);
        plain.getElement().setAttribute("role", "region");
        looks.addClassName("segments");
        looks.getElement().setAttribute("aria-label", getTranslation("invitations.template.looks"));
        subject.addClassName("preview-subject");
        var head = new Div(looks, reader);
        head.addClassName("preview-head");
        var page = new Div(frame, plain);
        page.addClassName("preview-page");
        getContent().addClassName("preview");
        getContent().add(head, subject, page);
        showLook();
    }

    OptionalLong reader() {
        return reader.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(reader.getValue().id().value());
    }

    void show(SampleLetter letter) {
        subject.setText(letter.subject());
        frame.setSrcdoc(letter.html());
        plain.setText(letter.text());
    }

    private void showLook() {
        boolean isPlain = text.equals(looks.getSelectedTab());
        frame.setVisible(!isPlain);
        plain.setVisible(isPlain);
        frame.setClassName("is-phone", phone.equals(looks.getSelectedTab()));
    }
}
