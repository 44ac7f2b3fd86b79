package dev.muster.invitations.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import dev.muster.common.Lookout;
import dev.muster.invitations.Funnel;
import dev.muster.mail.MailPulse;
import dev.muster.members.MemberPulse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** How far imported people have come: a picture, and under it the numbers. Follows what happens while it is open. */
final class FunnelCard extends Composite<Div> {

    private static final Logger LOG = LoggerFactory.getLogger(FunnelCard.class);

    /** Where counting takes longer, among very many people, the numbers stay as they were when the page was opened. */
    private static final Duration QUICK = Duration.ofMillis(250);

    private final transient Content content;
    private final transient MemberPulse members;
    private final transient MailPulse mails;
    private final Div body = new Div();
    private final transient List<Lookout.Watch> watches = new ArrayList<>();
    private @Nullable Funnel shown;

    /**
     * What the card is about.
     *
     * @param noteKey the key of the line that says who is counted
     * @param members the address of the list of who is counted, to which conditions can be added
     */
    record Content(String noteKey, String members, Supplier<Funnel> counts) {}

    /**
     * Creates the card.
     *
     * @param heading an empty heading of the level that fits where the card stands
     */
    FunnelCard(HtmlContainer heading, Content content, MemberPulse members, MailPulse mails) {
        this.content = content;
        this.members = members;
        this.mails = mails;
        var note = new Paragraph(getTranslation(content.noteKey()));
        note.addClassNames("muted", "small");
        getContent().addClassNames("card", "funnel");
        heading.setText(getTranslation("invitations.funnel.title"));
        getContent().add(heading, body, note);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        body.removeAll();
        body.add(new Paragraph(getTranslation("invitations.funnel.counting")));
        shown = null;
        UI ui = attach.getUI();
        // Among very many people it takes seconds, and each page of the session would wait for them.
        Thread.ofVirtual().name("funnel").start(new DelegatingSecurityContextRunnable(() -> count(ui)));
    }

    private void count(UI ui) {
        Command next;
        try {
            long before = System.nanoTime();
            Funnel funnel = content.counts().get();
            boolean isQuick = System.nanoTime() - before < QUICK.toNanos();
            next = () -> begin(funnel, isQuick, ui);
        } catch (DataAccessException e) {
            LOG.error("How far imported people have come could not be counted; the page says so.", e);
            next = this::fail;
        }
        ui.accessLater(next::execute, () -> {}).run();
    }

    private void begin(Funnel funnel, boolean isQuick, UI ui) {
        show(funnel);
        if (isQuick && isAttached()) {
            var news = ui.accessLater(() -> show(content.counts().get()), () -> {});
            watches.add(members.watch(news));
            watches.add(mails.watch(news));
        }
    }

    private void fail() {
        body.removeAll();
        body.add(new Paragraph(getTranslation("invitations.funnel.failed")));
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        super.onDetach(detach);
        watches.forEach(Lookout.Watch::close);
        watches.clear();
    }

    private void show(Funnel funnel) {
        if (funnel.equals(shown)) {
            return;
        }
        shown = funnel;
        body.removeAll();
        if (funnel.imported() == 0) {
            body.add(new Paragraph(getTranslation("invitations.funnel.nobody")));
            return;
        }
        var steps = new OrderedList();
        steps.addClassName("funnel-steps");
        for (Funnel.Step step : Funnel.Step.values()) {
            steps.add(step(step, funnel));
        }
        String sentence =
                getTranslation("invitations.funnel.sentence", funnel.counts().toArray());
        body.add(new FunnelPicture(funnel, sentence), steps);
    }

    private ListItem step(Funnel.Step step, Funnel funnel) {
        long count = funnel.of(step);
        var name = new Span(getTranslation("invitations.funnel." + step));
        var share = new Span(getTranslation("invitations.funnel.share", 100.0 * count / funnel.imported()));
        name.addClassName("funnel-name");
        share.addClassNames("muted", "small");
        return new ListItem(name, number(step, getTranslation("members.list.number", count)), share);
    }

    /** Leads to the people where the list of them can be narrowed down so. */
    private Component number(Funnel.Step step, String count) {
        String condition = switch (step) {
            case IMPORTED -> "&status=all";
            case INVITED -> "&status=all&invited=ever";
            case JOINED -> "&status=joined";
            case DELIVERED, OPENED -> "";
        };
        Component number = condition.isEmpty() ? new Span(count) : new Anchor(content.members() + condition, count);
        number.addClassName("funnel-count");
        return number;
    }
}
