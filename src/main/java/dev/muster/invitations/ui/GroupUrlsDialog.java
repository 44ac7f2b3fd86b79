package dev.muster.invitations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.muster.invitations.GroupUrls.GroupUrl;
import java.util.List;

/** The public URL of each group that has a join code. */
final class GroupUrlsDialog extends Dialog {

    GroupUrlsDialog(List<GroupUrl> groups) {
        var close = new Button(getTranslation("invitations.close"), _ -> close());
        close.addClassName("aura-accent-neutral");
        addClassName("group-urls");
        setHeaderTitle(getTranslation("invitations.group.title"));
        setWidth("700px");
        add(new Paragraph(
                getTranslation(groups.isEmpty() ? "invitations.group.none" : "invitations.group.explanation")));
        groups.forEach(group -> add(new GroupUrlRow(group.name(), group, true)));
        var hint = new Span(getTranslation("invitations.group.hint"));
        hint.addClassNames("muted", "footer-start");
        getFooter().add(hint, new Anchor("groups", getTranslation("invitations.group.go")), close);
    }
}
