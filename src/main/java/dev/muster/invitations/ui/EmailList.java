package dev.muster.invitations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Question;
import dev.muster.common.ui.StateBadge;
import dev.muster.common.ui.Times;
import dev.muster.common.ui.WhileShown;
import dev.muster.mail.MailId;
import dev.muster.mail.MailPulse;
import dev.muster.mail.MailState;
import dev.muster.mail.MemberMail;
import dev.muster.mail.ui.MailStates;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The mails to one member, each with its state and the mail server's words. Takes in new ones while it is open. */
final class EmailList extends Composite<Div> {

    private final transient Steps steps;
    private final transient Times times;
    private transient List<MemberMail> shown;

    /**
     * What the list asks and does.
     *
     * @param mails reads the mails, the newest first
     * @param mayOpen whether the reader may read the mails themselves
     * @param mayResend tells whether a new invitation may go out now
     * @param resend sends one
     */
    record Steps(Supplier<List<MemberMail>> mails, boolean mayOpen, BooleanSupplier mayResend, Runnable resend) {}

    EmailList(Steps steps, MailPulse pulse, Times times) {
        this.steps = steps;
        this.times = times;
        shown = steps.mails().get();
        show();
        WhileShown.follow(this, pulse::watch, this::readAgain);
    }

    private void readAgain() {
        List<MemberMail> now = steps.mails().get();
        if (!now.equals(shown)) {
            shown = now;
            show();
        }
    }

    private void show() {
        getContent().removeAll();
        if (shown.isEmpty()) {
            var none = new Paragraph(getTranslation("invitations.profile.no-emails"));
            none.addClassNames("card", "muted");
            getContent().add(none);
            return;
        }
        var list = new UnorderedList();
        list.addClassName("rows");
        Optional<MailId> resendable = shown.stream()
                .filter(MemberMail::invites)
                .findFirst()
                .filter(newest -> hasLeft(newest.state()) && steps.mayResend().getAsBoolean())
                .map(MemberMail::id);
        for (MemberMail mail : shown) {
            ListItem row = row(mail);
            if (resendable.filter(mail.id()::equals).isPresent()) {
                row.add(resend());
            }
            list.add(row);
        }
        getContent().add(list);
    }

    /** What has not gone out yet need not be sent once more. */
    private static boolean hasLeft(MailState state) {
        return state == MailState.SENT || state == MailState.BOUNCED || state == MailState.UNKNOWN;
    }

    private Button resend() {
        var resend = new Button(getTranslation("invitations.profile.resend"), Icons.REFRESH.create());
        resend.addClickListener(_ -> Question.before(
                getTranslation("invitations.profile.resend-question"),
                getTranslation("invitations.profile.resend-text"),
                getTranslation("invitations.profile.resend"),
                steps.resend()));
        resend.addClassName("aura-accent-neutral");
        return resend;
    }

    private ListItem row(MemberMail mail) {
        Component subject = steps.mayOpen()
                ? new Anchor("outbox?open=" + mail.id().value(), mail.subject())
                : new Span(mail.subject());
        var when = new Span(times.shown(mail.sentAt() == null ? mail.writtenAt() : mail.sentAt()));
        var words = new Span(mail.serverReply() == null ? "" : mail.serverReply());
        when.addClassNames("muted", "small");
        words.addClassNames("muted", "small");
        var what = new Div(subject, new Div(words));
        what.addClassName("grow");
        var row = new ListItem(what, new StateBadge(MailStates.shown(mail.state())), when);
        row.addClassName("mail-of-member");
        return row;
    }
}
