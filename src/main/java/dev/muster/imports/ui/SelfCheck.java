package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import dev.muster.imports.ImportFileId;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The step that checks by itself: as soon as a file can be imported, and again a moment after the last change of what was
 * chosen.
 */
final class SelfCheck {

    private static final int PAUSE_MS = 600;

    private final StepTab tab = new StepTab("imports.dialog.step.check");
    private final CheckStep body;
    private final RunningCheck running;
    private final Consumer<ImportSnapshot> onNews;
    private boolean hasBegun;
    private int changes;

    /**
     * @param onNews told how the check stands, each time that something is new about it
     */
    SelfCheck(ImportDialogActions actions, RepairChoice repairs, Consumer<ImportSnapshot> onNews) {
        body = new CheckStep(actions.found(), repairs);
        running = new RunningCheck(actions);
        this.onNews = onNews;
    }

    StepTab tab() {
        return tab;
    }

    Component body() {
        return body;
    }

    /** Starts at once the first time, and again a moment after the last change. */
    void soon(ImportFileId file, Supplier<ImportWish> wish) {
        int number = ++changes;
        if (!hasBegun) {
            hasBegun = true;
            show(running.start(file, wish.get()));
            return;
        }
        tab.getElement()
                .executeJs("return new Promise(done => setTimeout(done, $0))", PAUSE_MS)
                .then(_ -> {
                    if (number == changes) {
                        show(running.start(file, wish.get()));
                    }
                });
    }

    /** Starts none any more for what was changed up to now. */
    void hold() {
        changes++;
    }

    /** Ends the check; it begins again when what it waits for is there. */
    void waitFor(String reason) {
        hold();
        running.stop();
        body.showWaiting(reason);
        tab.show(reason, false);
    }

    /** Ends the check of a file that is not wanted any more. */
    void waitForFile(String reason) {
        hasBegun = false;
        waitFor(reason);
    }

    /** Takes in how checks stand. */
    void follow(ImportBoard board) {
        running.follow(board).ifPresent(this::show);
    }

    /** Returns what the check with exactly these wishes found; empty before it went through. */
    Optional<ImportSnapshot> found(ImportWish wish) {
        return running.found(wish);
    }

    /** Returns the check that went through with exactly these wishes, or null. */
    @Nullable
    ImportId through(ImportWish wish) {
        return running.through(wish);
    }

    /** Says in few words how {@code one} stands. */
    String summary(ImportSnapshot one) {
        return body.summary(one);
    }

    private void show(ImportSnapshot one) {
        body.show(one);
        boolean isDone = one.state() == ImportState.CHECKED;
        tab.show(isDone ? tab.getTranslation("imports.check.rows", one.processed()) : body.summary(one), isDone);
        onNews.accept(one);
    }
}
