package dev.muster.invitations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.StateBadge;
import dev.muster.common.ui.Times;
import dev.muster.invitations.InvitationStanding;
import dev.muster.mail.MailState;
import dev.muster.mail.ui.MailStates;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** When a contact was invited last, and the two ways to do it again. */
final class NotJoinedDialog extends Dialog {

    private final transient Steps steps;
    private final transient Times times;
    private final String name;
    private final String obstacle;

    /**
     * What the pop-up asks and does.
     *
     * @param standing reads how the invitation stands now; empty once the contact has joined
     * @param send sends a new invitation through the hub
     * @param createLink makes a link without a mail
     */
    record Steps(Supplier<Optional<InvitationStanding>> standing, Runnable send, Runnable createLink) {}

    NotJoinedDialog(String name, String obstacle, Steps steps, Times times) {
        this.name = name;
        this.obstacle = obstacle;
        this.steps = steps;
        this.times = times;
        var close = new Button(Icons.X.create(), _ -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.addClassName("aura-accent-neutral");
        close.setAriaLabel(getTranslation("invitations.close"));
        close.setTooltipText(getTranslation("invitations.close"));
        setHeaderTitle(getTranslation("invitations.profile.dialog"));
        getHeader().add(close);
        setWidth("540px");
        refresh();
    }

    private void refresh() {
        removeAll();
        steps.standing()
                .get()
                .ifPresentOrElse(standing -> add(last(standing), again(standing), myself(standing)), this::close);
    }

    private Div last(InvitationStanding standing) {
        Instant at = standing.lastInvited();
        var when = new Div(
                Icons.CLOCK.create(),
                new Span(
                        at == null
                                ? getTranslation("invitations.profile.never")
                                : getTranslation("invitations.profile.last", times.inFull(at), times.age(at))));
        when.addClassName("last-invited");
        var line = new Div(when);
        line.addClassName("toolbar");
        var mail = standing.mail();
        if (mail != null) {
            line.add(new StateBadge(MailStates.shown(mail.state())));
            if (mail.state() == MailState.BOUNCED && mail.serverReply() != null) {
                line.add(new Span(mail.serverReply()));
            }
        }
        return line;
    }

    private Div again(InvitationStanding standing) {
        String suffix = standing.lastInvited() == null ? "send" : "send-again";
        String title = getTranslation("invitations.profile." + suffix);
        String barrier = standing.barrier().isEmpty() ? obstacle : getTranslation(standing.barrier());
        var send = new Button(title, Icons.SEND.create(), _ -> {
            steps.send().run();
            refresh();
        });
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        send.setEnabled(barrier.isEmpty());
        var text = barrier.isEmpty()
                ? getTranslation("invitations.profile." + suffix + "-text", standing.email())
                : barrier;
        var offer = new Div(new H3(title), new Paragraph(text), send);
        offer.addClassNames("card", "offer");
        return offer;
    }

    private Div myself(InvitationStanding standing) {
        var offer = new Div(
                new H3(getTranslation("invitations.profile.myself")),
                new Paragraph(getTranslation("invitations.profile.myself-text", name)));
        offer.addClassNames("card", "offer");
        var link = standing.link();
        if (link == null) {
            var create = new Button(getTranslation("invitations.profile.create"), _ -> {
                steps.createLink().run();
                refresh();
            });
            create.addClassName("aura-accent-neutral");
            create.setDisableOnClick(true);
            create.setEnabled(standing.barrier().isEmpty());
            offer.add(create);
            return offer;
        }
        Instant until = standing.worksUntil();
        var validity = new Span(
                until == null
                        ? getTranslation("invitations.profile.until-used")
                        : getTranslation("invitations.profile.until", times.day(until)));
        validity.addClassNames("muted", "small");
        offer.add(new CopyField(getTranslation("invitations.profile.link"), link.toASCIIString()), validity);
        return offer;
    }
}
