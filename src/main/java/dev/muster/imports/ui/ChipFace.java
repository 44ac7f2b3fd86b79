package dev.muster.imports.ui;

import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the chip in the top bar says.
 *
 * @param textKey the key of the text; {0} in it is {@code number}
 * @param percent how full the bar is; null where there is no bar to show
 */
record ChipFace(
        Tone tone, String textKey, int number, @Nullable Integer percent) {

    /** How the chip looks. */
    enum Tone {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * Returns what to say, or empty where there is nothing to say.
     *
     * @param active the imports that run
     * @param ended the imports that ended, the last one last, and that nobody at this tab has looked at yet
     */
    static Optional<ChipFace> of(List<ImportSnapshot> active, List<ImportSnapshot> ended) {
        if (active.size() > 1) {
            int percent = (int)
                    active.stream().mapToInt(ImportSnapshot::percent).average().orElse(0);
            return Optional.of(new ChipFace(Tone.RUNNING, "imports.chip.several", active.size(), percent));
        }
        if (active.size() == 1) {
            return Optional.of(running(active.getFirst()));
        }
        Optional<ImportSnapshot> failed =
                ended.stream().filter(one -> one.state() == ImportState.FAILED).findFirst();
        return failed.map(one -> new ChipFace(
                        Tone.FAILED, one.takesBack() ? "imports.chip.undo-failed" : "imports.chip.failed", 0, null))
                .or(() -> ended.isEmpty() ? Optional.empty() : Optional.of(done(ended.getLast())));
    }

    private static ChipFace done(ImportSnapshot one) {
        return new ChipFace(Tone.DONE, one.takesBack() ? "imports.chip.undone" : "imports.chip.done", 0, null);
    }

    private static ChipFace running(ImportSnapshot one) {
        int percent = one.percent();
        if (one.cancelling()) {
            return new ChipFace(Tone.RUNNING, "imports.chip.cancelling", percent, percent);
        }
        if (one.takesBack()) {
            return new ChipFace(Tone.RUNNING, "imports.chip.undoing", percent, percent);
        }
        return switch (one.state()) {
            case QUEUED -> new ChipFace(Tone.RUNNING, "imports.chip.queued", percent, percent);
            case CHECKING, CHECKED -> new ChipFace(Tone.RUNNING, "imports.chip.checking", percent, percent);
            case RUNNING, COMPLETED, CANCELLED, FAILED, UNDONE ->
                new ChipFace(Tone.RUNNING, "imports.chip.importing", percent, percent);
        };
    }
}
