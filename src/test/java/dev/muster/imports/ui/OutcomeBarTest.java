package dev.muster.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomeBarTest {

    @Test
    void givesEachPartItsShare() {
        assertThat(OutcomeBar.draw(new OutcomeCounts(600, 300, 100, 0), 400))
                .contains("class=\"imp-created\" x=\"0.00%\" y=\"0\" width=\"60.00%\"")
                .contains("class=\"imp-updated\" x=\"60.00%\" y=\"0\" width=\"30.00%\"")
                .contains("class=\"imp-unchanged\" x=\"90.00%\" y=\"0\" width=\"10.00%\"")
                .doesNotContain("imp-rejected");
    }

    @Test
    void showsEvenOneRowOfAMillion() {
        assertThat(OutcomeBar.draw(new OutcomeCounts(999_999, 0, 0, 1), 400))
                .contains("class=\"imp-created\" x=\"0.00%\" y=\"0\" width=\"99.00%\"")
                .contains("class=\"imp-rejected\" x=\"99.00%\" y=\"0\" width=\"1.00%\"");
    }
}
