package dev.muster.members.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import dev.muster.members.MemberTaskId;
import dev.muster.members.MemberTaskProgress;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows how far a change to many members has come. The page asks once a second while one goes on, and only then. */
final class TaskBar extends Composite<Div> {

    private static final int ASK_MILLIS = 1_000;
    private static final int NEVER = -1;

    private final transient Function<MemberTaskId, Optional<MemberTaskProgress>> progress;
    private final transient Consumer<MemberTaskProgress> onFinish;
    private final Span words = new Span();
    private final ProgressBar bar = new ProgressBar();
    private @Nullable Registration polling;
    private transient @Nullable MemberTaskId task;

    /**
     * Creates the bar, which is hidden while there is no task.
     *
     * @param progress says how far a task has come
     * @param onFinish is told of the end of the task
     */
    TaskBar(Function<MemberTaskId, Optional<MemberTaskProgress>> progress, Consumer<MemberTaskProgress> onFinish) {
        this.progress = progress;
        this.onFinish = onFinish;
        bar.getElement().setAttribute("aria-label", getTranslation("members.task.label"));
        words.getElement().setAttribute("role", "status");
        getContent().addClassNames("note", "task-bar");
        getContent().add(words, bar);
        setVisible(false);
    }

    void follow(MemberTaskId newTask) {
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
        Optional<MemberTaskProgress> now = task == null ? Optional.empty() : progress.apply(task);
        setVisible(now.isPresent() && !now.get().finished());
        now.ifPresent(this::show);
        if (now.isEmpty() || now.get().finished()) {
            task = null;
            getUI().ifPresent(this::stopPolling);
            now.ifPresent(onFinish);
        }
    }

    private void show(MemberTaskProgress now) {
        words.setText(getTranslation("members.task." + now.change().kind(), now.done(), now.total()));
        bar.setMax((double) Math.max(1, now.total()));
        bar.setValue((double) now.done());
    }
}
