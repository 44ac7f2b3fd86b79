package dev.muster.invitations.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Times;
import dev.muster.mail.SendingPause;
import dev.muster.mail.ServerStanding;
import dev.muster.mail.TestAnswer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether mail leaves the hub: the mail server, what it said last, and a pause where one stands. */
final class ServerCard extends Composite<Div> {

    /**
     * What the card says.
     *
     * @param pause null where sending is not paused
     */
    record Content(ServerStanding standing, @Nullable SendingPause pause) {}

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
                            line(Icons.CHECK_CIRCLE, getTranslation("invitations.email.ready")),
                            new Paragraph(getTranslation(
                                    "invitations.email.address",
                                    address.host(),
                                    Integer.toString(address.port()),
                                    getTranslation("invitations.email.encryption." + address.encryption()))));
        }
        addLastWords(content.standing());
        if (content.pause() != null) {
            getContent().add(pause(content.pause(), resume));
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

    private Div pause(SendingPause pause, Runnable resume) {
        var again = new Button(getTranslation("invitations.email.resume"), _ -> resume.run());
        again.setDisableOnClick(true);
        again.addClassName("aura-accent-neutral");
        var note = new Div(
                Icons.PAUSE.create(),
                new Div(new Div(getTranslation("invitations.email.paused", pause.bounced(), pause.of())), again));
        note.addClassNames("note", "note-warn");
        return note;
    }
}
