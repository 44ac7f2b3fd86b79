package dev.muster.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.imports.ImportDelay;
import dev.muster.imports.ImportState;
import dev.muster.members.MemberKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {

    @ParameterizedTest
    @CsvSource({
        "0, imports.left.short, 5",
        "4, imports.left.short, 5",
        "5, imports.left.seconds, 5",
        "18, imports.left.seconds, 20",
        "55, imports.left.seconds, 55",
        "56, imports.left.minutes, 1",
        "100, imports.left.minutes, 2",
        "3600, imports.left.hours, 1",
        "8000, imports.left.hours, 2"
    })
    void roundsAsAPersonWouldSayIt(long seconds, String textKey, long number) {
        var running = SampleImport.running(1, 100).withSecondsLeft(seconds).snapshot();
        assertThat(TimeLeft.of(running)).isEqualTo(new TimeLeft(textKey, number));
    }

    @Test
    void estimatesWhileItCannotBeTold() {
        assertThat(TimeLeft.of(SampleImport.running(1, 0).snapshot()).textKey()).isEqualTo("imports.left.unknown");
    }

    @Test
    void waitsWhileQueued() {
        var queued = new SampleImport(1, MemberKind.ADVOCATE, ImportState.QUEUED, 0, null, false).snapshot();
        assertThat(TimeLeft.of(queued).textKey()).isEqualTo("imports.left.waiting");
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, ANOTHER_IMPORT, imports.left.another",
        "RUNNING, RESTART, imports.left.restart",
        "RUNNING, DATABASE, imports.left.database"
    })
    void saysWhatHoldsItUp(ImportState state, ImportDelay delay, String textKey) {
        var held = new SampleImport(1, MemberKind.ADVOCATE, state, 0, null, false).snapshot(delay);
        assertThat(TimeLeft.of(held).textKey()).isEqualTo(textKey);
    }
}
