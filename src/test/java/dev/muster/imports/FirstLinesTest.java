package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstLinesTest {

    @Test
    void keepsTheFirstLineOfEachMember() {
        var lines = new FirstLines();
        lines.note(1, 2);
        lines.note(1, 9);
        lines.note(5_000_000_000L, 3);

        assertThat(lines.find(1)).isEqualTo(2);
        assertThat(lines.find(5_000_000_000L)).isEqualTo(3);
        assertThat(lines.find(2)).isZero();
    }
}
