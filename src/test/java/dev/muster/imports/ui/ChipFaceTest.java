package dev.muster.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import dev.muster.imports.ui.ChipFace.Tone;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChipFaceTest {

    private static final ImportSnapshot RUNNING = SampleImport.running(1, 480).snapshot();

    @Test
    void saysNothingWhileNothingRuns() {
        assertThat(ChipFace.of(List.of(), List.of())).isEmpty();
    }

    @Test
    void saysHowFarTheOneImportIs() {
        assertThat(ChipFace.of(List.of(RUNNING), List.of()))
                .hasValue(new ChipFace(Tone.RUNNING, "imports.chip.importing", 48, 48));
    }

    @Test
    void countsSeveralImports() {
        ImportSnapshot other = SampleImport.running(2, 0).snapshot();
        assertThat(ChipFace.of(List.of(RUNNING, other), List.of()))
                .hasValue(new ChipFace(Tone.RUNNING, "imports.chip.several", 2, 24));
    }

    @Test
    void saysThatTheImportIsBeingCancelled() {
        ImportSnapshot cancelling =
                SampleImport.running(1, 480).beingCancelled().snapshot();
        assertThat(ChipFace.of(List.of(cancelling), List.of()))
                .hasValue(new ChipFace(Tone.RUNNING, "imports.chip.cancelling", 48, 48));
    }

    @Test
    void showsAFailureBeforeASuccess() {
        ImportSnapshot done = SampleImport.ended(1, ImportState.COMPLETED).snapshot();
        ImportSnapshot failed = SampleImport.ended(2, ImportState.FAILED).snapshot();
        assertThat(ChipFace.of(List.of(), List.of(done)).map(ChipFace::tone)).hasValue(Tone.DONE);
        assertThat(ChipFace.of(List.of(), List.of(done, failed)).map(ChipFace::tone))
                .hasValue(Tone.FAILED);
    }

    @Test
    void showsWhatRunsBeforeWhatEnded() {
        ImportSnapshot failed = SampleImport.ended(2, ImportState.FAILED).snapshot();
        assertThat(ChipFace.of(List.of(RUNNING), List.of(failed)).map(ChipFace::tone))
                .hasValue(Tone.RUNNING);
    }
}
