package dev.muster.invitations.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Times;
import dev.muster.mail.ServerStanding;
import dev.muster.mail.TestAnswer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Whether mail leaves the hub: the mail server, what it said last, and the way to the Outbox where none goes out. */
final class ServerCard extends Composite<Div> {

    /**
     * What the card says.
     *
     * @param isStopped whether no mail goes out, for whatever reason
     */
    record Content(ServerStanding standing, boolean isStopped) {}

    private final transient Times times;

    ServerCard(Content content, Times times, Supplier<CompletableFuture<TestAnswer>> sendTest) {
        this.times = times;
        var test = new TestMailButton(() -> Optional.of(sendTest.get()));

        getContent().addClassNames("card", "email-form");
        getContent().add(new H2(getTranslation("invitations.email.server")));
        ServerStanding.Address address = content.standing().address();
        if (address == null) {
            getContent().add(line(Icons.INBOX, getTranslation("invitations.email.no-server")), noServer());
        } else {
            getContent()
                    .add(
                            line(Icons.CHECK_CIRCLE, getTranslation("invitations.email.ready")),
                            new Paragraph(getTranslation(
                                    "invitations.email.address",
                                    address.host(),
                                    Integer.toString(address.port()),
                                    getTranslation("invitations.email.encryption." + address.encryption()))));
        }
        addLastWords(content.standing());
        if (content.isStopped()) {
            getContent().add(stopped());
        }
        getContent().add(test, test.answer());
    }

    private static Div line(Icons icon, String words) {
        var line = new Div(icon.create(), new Span(words));
        line.addClassName("email-server");
        return line;
    }

    private Paragraph noServer() {
        var how = new Paragraph(getTranslation("invitations.email.no-server-how"));
        how.addClassName("muted");
        return how;
    }

    private void addLastWords(ServerStanding standing) {
        if (standing.lastTaken() != null) {
            getContent()
                    .add(new Paragraph(
                            getTranslation("invitations.email.last-taken", times.shown(standing.lastTaken()))));
        }
        ServerStanding.Failure failure = standing.lastFailure();
        if (failure != null) {
            var words = new Div(failure.words());
            words.addClassName("server-words");
            words.setVisible(!failure.words().isEmpty());
            getContent()
                    .add(
                            new Paragraph(getTranslation("invitations.email.last-failure", times.shown(failure.at()))),
                            words);
        }
    }

    private Div stopped() {
        var words = new Div(
                new Span(getTranslation("invitations.email.stopped") + " "),
                new Anchor("outbox", getTranslation("invitations.email.stopped-why")));
        var note = new Div(Icons.PAUSE.create(), words);
        note.addClassNames("note", "note-warn");
        return note;
    }
}
