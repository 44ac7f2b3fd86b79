package dev.muster.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.muster.common.ui.Page;
import dev.muster.security.CurrentUser;

/** What is shown in the place of a page: a heading, one sentence, one way on. */
abstract class ErrorPage extends Page {

    ErrorPage(String headingKey) {
        super(headingKey);
    }

    void explain(String sentence, Component wayOn) {
        var text = new Paragraph(sentence);
        text.addClassName("muted");
        add(text, new Div(wayOn));
    }

    void addSmall(String text) {
        var small = new Paragraph(text);
        small.addClassNames("muted", "small");
        add(small);
    }

    /** Returns the link to where whoever asks is at home: administrators at the advocates, members in the hub. */
    Anchor wayHome(CurrentUser currentUser) {
        boolean isAdmin = currentUser.find().isPresent();
        var link = isAdmin
                ? new Anchor("advocates", getTranslation("shell.to-advocates"))
                : new Anchor("hub", getTranslation("shell.to-hub"));
        link.addClassName("button-link");
        return link;
    }
}
