package dev.muster.common.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Shows how far work has come that goes on by itself. The page asks once a second while some does, and only then. */
public final class TaskBar extends Composite<Div> {

    private static final int ASK_MILLIS = 1_000;
    private static final int NEVER = -1;

    private final transient LongFunction<Optional<Stand>> stands;
    private final transient LongConsumer onFinish;
    private final Span words = new Span();
    private final ProgressBar bar = new ProgressBar();
    private @Nullable Registration polling;
    private transient @Nullable Long task;

    /**
     * How far a task has come.
     *
     * @param words say so to people
     */
    public record Stand(String words, long done, long total, boolean finished) {}

    /**
     * Creates the bar, which is hidden while there is no task.
     *
     * @param stands says how far the task with a number has come; empty where there is none
     * @param onFinish is told of the end of a task
     */
    public TaskBar(LongFunction<Optional<Stand>> stands, LongConsumer onFinish) {
        this.stands = stands;
        this.onFinish = onFinish;
        bar.getElement().setAttribute("aria-label", getTranslation("common.task.label"));
        words.getElement().setAttribute("role", "status");
        getContent().addClassNames("note", "task-bar");
        getContent().add(words, bar);
        setVisible(false);
    }

    /** Shows the task with the number {@code newTask} until it ends. */
    public void follow(long newTask) {
        task = newTask;
        getUI().ifPresent(this::poll);
        ask();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        if (task != null) {
            poll(attach.getUI());
        }
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        stopPolling(detach.getUI());
    }

    private void poll(UI ui) {
        stopPolling(ui);
        polling = ui.addPollListener(_ -> ask());
        ui.setPollInterval(ASK_MILLIS);
    }

    private void stopPolling(UI ui) {
        if (polling != null) {
            polling.remove();
            polling = null;
            ui.setPollInterval(NEVER);
        }
    }

    private void ask() {
        Long asked = task;
        if (asked == null) {
            return;
        }
        Optional<Stand> now = stands.apply(asked);
        boolean goesOn = now.isPresent() && !now.get().finished();
        setVisible(goesOn);
        now.ifPresent(this::show);
        if (!goesOn) {
            task = null;
            getUI().ifPresent(this::stopPolling);
            now.ifPresent(_ -> onFinish.accept(asked));
        }
    }

    private void show(Stand now) {
        words.setText(now.words());
        bar.setMax((double) Math.max(1, now.total()));
        bar.setValue((double) now.done());
    }
}
