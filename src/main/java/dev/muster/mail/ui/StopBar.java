package dev.muster.mail.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import dev.muster.common.ui.Times;
import dev.muster.common.ui.Toasts;
import dev.muster.mail.OutboxDesk;
import dev.muster.mail.SendingStop;
import java.time.Instant;
import java.util.Optional;

/** Says above the list why no mail goes out, for as long as that is so, and has it go out again. */
final class StopBar extends Composite<Div> {

    private final transient OutboxDesk desk;
    private final transient Times times;
    private final transient Runnable onEnd;
    private transient Optional<SendingStop> shown = Optional.empty();

    /**
     * Creates the bar, which is empty.
     *
     * @param onEnd called when somebody had mail go out again, or cancelled what is old
     */
    StopBar(OutboxDesk desk, Times times, Runnable onEnd) {
        this.desk = desk;
        this.times = times;
        this.onEnd = onEnd;
    }

    /** Shows what is so now. */
    void show() {
        shown = desk.stop();
        getContent().removeAll();
        shown.ifPresent(stop -> getContent()
                .add(new StopNote(
                        stop, desk.waitingSince(StopNote.oldUntil(stop)), times, this::resume, this::cancelOld)));
        setVisible(shown.isPresent());
    }

    /** Shows what is so now, unless it is what it shows. */
    void refresh() {
        if (!desk.stop().equals(shown)) {
            show();
        }
    }

    private void resume() {
        desk.resume();
        Toasts.done(getTranslation("mail.stop.resumed"));
        onEnd.run();
    }

    private void cancelOld(Instant moment) {
        Toasts.done(getTranslation("mail.stop.cancelled", desk.cancelBefore(moment)));
        onEnd.run();
    }
}
