package dev.muster.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0", "＝1", "'=1", "''-2"})
    void putsAnApostropheBeforeWhatWouldRunAndTakesItOffAgain(String text) {
        assertThat(SpreadsheetCell.neutralised(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetCell.restored("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "'", "'quoted'", "O'Neil", "1-2"})
    void leavesOtherTextAlone(String text) {
        assertThat(SpreadsheetCell.neutralised(text)).isEqualTo(text);
        assertThat(SpreadsheetCell.restored(text)).isEqualTo(text);
    }
}
