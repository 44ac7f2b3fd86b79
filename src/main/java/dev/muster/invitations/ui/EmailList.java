package dev.muster.invitations.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.muster.common.ui.StateBadge;
import dev.muster.common.ui.Times;
import dev.muster.mail.MemberMail;
import dev.muster.members.MemberPulse;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The mails to one member, each with its state and the mail server's words. Takes in new ones while it is open. */
final class EmailList extends Composite<Div> {

    private final transient Supplier<List<MemberMail>> source;
    private final transient MemberPulse pulse;
    private final transient Times times;
    private final boolean mayOpen;
    private transient List<MemberMail> shown;
    private transient MemberPulse.@Nullable Watch watch;

    /**
     * Creates the list.
     *
     * @param mayOpen whether the reader may read the mails themselves
     */
    EmailList(Supplier<List<MemberMail>> source, boolean mayOpen, MemberPulse pulse, Times times) {
        this.source = source;
        this.mayOpen = mayOpen;
        this.pulse = pulse;
        this.times = times;
        shown = source.get();
        show();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        watch = pulse.watch(attach.getUI().accessLater(this::readAgain, () -> {}));
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        super.onDetach(detach);
        if (watch != null) {
            watch.close();
        }
    }

    private void readAgain() {
        List<MemberMail> now = source.get();
        if (!now.equals(shown)) {
            shown = now;
            show();
        }
    }

    private void show() {
        getContent().removeAll();
        if (shown.isEmpty()) {
            getContent().add(new Paragraph(getTranslation("invitations.profile.no-emails")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("rows");
        shown.forEach(mail -> list.add(row(mail)));
        getContent().add(list);
    }

    private ListItem row(MemberMail mail) {
        Component subject =
                mayOpen ? new Anchor("outbox?open=" + mail.id().value(), mail.subject()) : new Span(mail.subject());
        var when = new Span(times.shown(mail.sentAt() == null ? mail.writtenAt() : mail.sentAt()));
        var words = new Span(mail.serverReply() == null ? "" : mail.serverReply());
        when.addClassNames("muted", "small");
        words.addClassNames("muted", "small");
        var what = new Div(subject, new Div(words));
        what.addClassName("grow");
        return new ListItem(what, new StateBadge(MailBadges.of(mail.state())), when);
    }
}
