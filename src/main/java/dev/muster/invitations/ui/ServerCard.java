package dev.muster.invitations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Times;
import dev.muster.mail.SendingStop;
import dev.muster.mail.ServerStanding;
import dev.muster.mail.TestAnswer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether mail leaves the hub: the mail server, what it said last, and why nothing goes out where it does not. */
final class ServerCard extends Composite<Div> {

    /**
     * What the card says.
     *
     * @param stop null while mail goes out
     */
    record Content(ServerStanding standing, @Nullable SendingStop stop) {}

    private final transient Times times;

    ServerCard(Content content, Times times, Runnable resume, Supplier<CompletableFuture<TestAnswer>> sendTest) {
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
                            state(content),
                            new Paragraph(getTranslation(
                                    "invitations.email.address",
                                    address.host(),
                                    Integer.toString(address.port()),
                                    getTranslation("invitations.email.encryption." + address.encryption()))));
        }
        addLastWords(content.standing());
        if (content.stop() != null) {
            getContent().add(stop(content.stop(), resume));
        }
        getContent().add(test, test.answer());
    }

    /** Ready is said only of a server that took the last mail, or was given none yet. */
    private Div state(Content content) {
        ServerStanding standing = content.standing();
        ServerStanding.Failure failure = standing.lastFailure();
        boolean tookTheLast = failure == null
                || (standing.lastTaken() != null && standing.lastTaken().isAfter(failure.at()));
        return content.stop() == null && tookTheLast
                ? line(Icons.CHECK_CIRCLE, getTranslation("invitations.email.ready"))
                : line(Icons.ALERT, getTranslation("invitations.email.not-ready"));
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

    private Div stop(SendingStop stop, Runnable resume) {
        var words = new Div(
                new Div(
                        switch (stop) {
                            case SendingStop.Bounces bounces ->
                                getTranslation("mail.stop.bounces", bounces.bounced(), bounces.of());
                            case SendingStop.Standstill _ -> getTranslation("mail.stop.standstill");
                            case SendingStop.Trouble trouble -> getTranslation("mail.stop.trouble." + trouble.fault());
                        }),
                wayOn(stop, resume));
        var note = new Div(Icons.PAUSE.create(), words);
        note.addClassNames("note", "note-warn");
        note.getElement().setAttribute("role", "status");
        return note;
    }

    /** What to do after a standstill depends on the letters that wait, and they are in the Outbox. */
    private Component wayOn(SendingStop stop, Runnable resume) {
        if (stop instanceof SendingStop.Standstill) {
            return new Anchor("outbox", getTranslation("invitations.invite.open-outbox"));
        }
        String key = stop.waitsForSomebody() ? "mail.stop.resume" : "mail.stop.try-now";
        var again = new Button(getTranslation(key), _ -> resume.run());
        again.setDisableOnClick(true);
        again.addClassName("aura-accent-neutral");
        return again;
    }
}
