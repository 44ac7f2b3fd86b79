package dev.muster.invitations.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import dev.muster.common.ui.Icons;
import dev.muster.invitations.GroupUrls.GroupUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The public URL of each group that has a join code. */
final class GroupUrlsDialog extends Dialog {

    GroupUrlsDialog(List<GroupUrl> groups) {
        var close = new Button(getTranslation("invitations.close"), _ -> close());
        close.addClassName("aura-accent-neutral");
        setHeaderTitle(getTranslation("invitations.group.title"));
        setWidth("700px");
        add(new Paragraph(
                getTranslation(groups.isEmpty() ? "invitations.group.none" : "invitations.group.explanation")));
        groups.forEach(group -> add(row(group)));
        var hint = new Span(getTranslation("invitations.group.hint"));
        hint.addClassName("muted");
        getFooter().add(hint, new Anchor("groups", getTranslation("invitations.group.go")), close);
    }

    private Div row(GroupUrl group) {
        var name = new H3(group.name());
        var count = new Span(getTranslation("invitations.group.members", group.members(), group.pending()));
        count.addClassNames("muted", "small");
        var head = new Div(name, count);
        head.addClassName("section-heading");
        var open = new Anchor(group.url(), getTranslation("invitations.group.open"), AnchorTarget.BLANK);
        String svg = QrCode.svg(group.url());
        var picture = new Html(svg);
        picture.getElement().setAttribute("role", "img");
        picture.getElement().setAttribute("aria-label", getTranslation("invitations.group.qr-of", group.name()));
        picture.setVisible(false);
        var toggle = new Button(getTranslation("invitations.group.qr"), Icons.GROUPS.create());
        toggle.addClassName("aura-accent-neutral");
        toggle.addClickListener(_ -> picture.setVisible(!picture.isVisible()));
        toggle.setAriaLabel(getTranslation("invitations.group.qr-of", group.name()));
        var download = new Anchor(event -> write(svg, event), getTranslation("invitations.group.qr-download"));
        download.getElement().setAttribute("download", true);
        var more = new Div(toggle, download, open);
        more.addClassName("toolbar");
        var url = new CopyField(getTranslation("invitations.group.url", group.name()), group.url());
        var row = new Div(head, url, more, picture);
        row.addClassName("group-url");
        return row;
    }

    private static void write(String svg, DownloadEvent event) throws IOException {
        event.setFileName("group-invite.svg");
        event.setContentType("image/svg+xml");
        event.getOutputStream().write(svg.getBytes(StandardCharsets.UTF_8));
    }
}
