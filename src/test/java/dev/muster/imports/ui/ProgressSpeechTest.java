package dev.muster.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressSpeechTest {

    private static final Instant START = Instant.parse("2026-11-22T10:42:00Z");

    private final ProgressSpeech speech = new ProgressSpeech();

    @Test
    void speaksAtEachQuarter() {
        assertThat(speaks(0, 0)).isTrue();
        assertThat(speaks(240, 20)).isFalse();
        assertThat(speaks(250, 40)).isTrue();
        assertThat(speaks(490, 60)).isFalse();
        assertThat(speaks(500, 80)).isTrue();
        assertThat(speaks(760, 100)).isTrue();
    }

    @Test
    void keepsQuietForTenSecondsAndThenSaysWhatIsNew() {
        speaks(0, 0);
        assertThat(speaks(300, 5)).isFalse();
        assertThat(speaks(600, 9)).isFalse();
        assertThat(speaks(620, 10)).isTrue();
    }

    @Test
    void speaksAtOnceWhenTheStateChanges() {
        speaks(0, 0);
        ImportSnapshot done = SampleImport.ended(1, ImportState.COMPLETED).snapshot();
        assertThat(speech.next(done, START.plusSeconds(1))).hasValue(done);
        assertThat(speech.next(done, START.plusSeconds(30))).isEmpty();
    }

    @Test
    void keepsQuietAboutWhatWasSoWhenThePageOpened() {
        speech.begin(List.of(SampleImport.running(1, 500).snapshot()));
        assertThat(speaks(510, 60)).isFalse();
    }

    private boolean speaks(long processed, int second) {
        return speech.next(SampleImport.running(1, processed).snapshot(), START.plusSeconds(second))
                .isPresent();
    }
}
