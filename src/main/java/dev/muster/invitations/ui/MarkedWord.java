package dev.muster.invitations.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;

/** A word that is pointed at. */
@Tag("mark")
final class MarkedWord extends HtmlContainer {

    MarkedWord(String word) {
        setText(word);
    }
}
