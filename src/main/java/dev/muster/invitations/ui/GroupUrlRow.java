package dev.muster.invitations.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import dev.muster.common.ui.Icons;
import dev.muster.invitations.GroupUrls.GroupUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The public URL of one group: to copy, to open, and as a QR code. */
final class GroupUrlRow extends Composite<Div> {

    /**
     * Creates the row.
     *
     * @param title what stands over it, such as the name of the group
     * @param withCounts whether how many are in the group belongs to it
     */
    GroupUrlRow(String title, GroupUrl group, boolean withCounts) {
        String svg = QrCode.svg(group.url());
        // Html lowers the letters of its own attributes, and an SVG without viewBox has no size to fill.
        var picture = new Html("<div>" + svg + "</div>");
        var toggle = new Button(getTranslation("invitations.group.qr"), Icons.QR.create());
        var name = new H3(title);
        var count = new Span(getTranslation("invitations.group.members", group.members(), group.pending()));

        toggle.addClickListener(_ -> {
            picture.setVisible(!picture.isVisible());
            toggle.getElement().setAttribute("aria-pressed", Boolean.toString(picture.isVisible()));
        });

        picture.getElement().setAttribute("role", "img");
        picture.getElement().setAttribute("aria-label", getTranslation("invitations.group.qr-of", group.name()));
        picture.getElement().getClassList().add("qr-code");
        picture.setVisible(false);
        toggle.addClassName("aura-accent-neutral");
        toggle.setAriaLabel(getTranslation("invitations.group.qr-of", group.name()));
        toggle.getElement().setAttribute("aria-pressed", "false");
        count.addClassNames("muted", "small");
        count.setVisible(withCounts);
        var head = new Div(name, count);
        head.addClassName("section-heading");
        var open = new Anchor(group.url(), getTranslation("invitations.group.open"), AnchorTarget.BLANK);
        var download = new Anchor(
                event -> write(svg, group.joinCode(), event), getTranslation("invitations.group.qr-download"));
        download.getElement().setAttribute("download", true);
        var more = new Div(toggle, download, open);
        more.addClassName("toolbar");
        getContent().addClassName("group-url");
        getContent()
                .add(
                        head,
                        new CopyField(getTranslation("invitations.group.url", group.name()), group.url()),
                        more,
                        picture);
    }

    private static void write(String svg, String joinCode, DownloadEvent event) throws IOException {
        event.setFileName("qr-%s.svg".formatted(joinCode));
        event.setContentType("image/svg+xml");
        event.getOutputStream().write(svg.getBytes(StandardCharsets.UTF_8));
    }
}
