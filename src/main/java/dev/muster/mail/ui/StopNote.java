package dev.muster.mail.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Question;
import dev.muster.common.ui.Times;
import dev.muster.mail.SendingStop;
import java.time.Instant;
import java.util.function.Consumer;

/** Says why no mail goes out, and offers what to do. */
final class StopNote extends Composite<Div> {

    private final SendingStop stop;
    private final transient Times times;

    /**
     * Creates the note.
     *
     * @param old how many letters wait that were written {@link #oldUntil}
     * @param resume has mail go out again
     * @param cancelOld stops the letters that wait and were written before a moment
     */
    StopNote(SendingStop stop, long old, Times times, Runnable resume, Consumer<Instant> cancelOld) {
        this.stop = stop;
        this.times = times;
        var words = new Div(new Span(title()), new Paragraph(text()));
        words.addClassName("mail-stop-words");
        if (stop instanceof SendingStop.Trouble trouble) {
            var server = new Span(trouble.words());
            server.addClassName("server-words");
            words.add(server);
        }
        var buttons = new Div(button(getTranslation(resumeKey()), resume));
        buttons.addClassName("mail-buttons");
        if (stop instanceof SendingStop.Standstill && old > 0) {
            buttons.add(button(getTranslation("mail.stop.cancel-old", old), () -> askToCancel(old, cancelOld)));
        }
        words.add(buttons);

        getContent().add(Icons.ALERT.create(), words);
        getContent().addClassNames("note", stop.waitsForSomebody() ? "note-error" : "note-warn", "mail-stop");
        getContent().getElement().setAttribute("role", "status");
    }

    /** Returns until when letters were written, or were to be, that may have gone out before. */
    static Instant oldUntil(SendingStop stop) {
        return stop instanceof SendingStop.Standstill(Instant _, Instant since) ? since : Instant.EPOCH;
    }

    private String title() {
        return switch (stop) {
            case SendingStop.Bounces(int bounced, int of, Instant _) ->
                getTranslation("mail.stop.bounces", bounced, of);
            case SendingStop.Standstill _ -> getTranslation("mail.stop.standstill");
            case SendingStop.Trouble trouble -> getTranslation("mail.stop.trouble." + trouble.fault());
        };
    }

    private String text() {
        return switch (stop) {
            case SendingStop.Bounces _ -> getTranslation("mail.stop.bounces.text");
            case SendingStop.Standstill(Instant from, Instant since) ->
                getTranslation("mail.stop.standstill.text", times.timeOfDay(from), times.timeOfDay(since));
            case SendingStop.Trouble trouble ->
                getTranslation(
                        "mail.stop.trouble.text",
                        times.timeOfDay(trouble.since()),
                        times.timeOfDay(trouble.nextTryAt()));
        };
    }

    private String resumeKey() {
        return stop.waitsForSomebody() ? "mail.stop.resume" : "mail.stop.try-now";
    }

    private void askToCancel(long old, Consumer<Instant> cancelOld) {
        Question.beforeDoing(
                getTranslation("mail.stop.cancel-old.question", old),
                getTranslation("mail.stop.cancel-old.consequence"),
                getTranslation("mail.stop.cancel-old", old),
                () -> cancelOld.accept(oldUntil(stop)));
    }

    private static Button button(String text, Runnable action) {
        var button = new Button(text, _ -> action.run());
        button.addClassName("aura-accent-neutral");
        return button;
    }
}
