package dev.muster.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.muster.imports.Outcome;
import dev.muster.imports.RowFilter;
import org.junit.jupiter.api.Test;

class RowsAddressTest {

    @Test
    void readsWhatItWrote() {
        var filter = new RowFilter(Outcome.REJECTED, "imports.issue.email-invalid", "josé & co");
        assertThat(RowsAddress.read(RowsAddress.write(filter))).isEqualTo(filter);
    }

    @Test
    void leavesOutWhatDoesNotFilter() {
        assertThat(RowsAddress.write(RowFilter.ALL).getQueryString()).isEmpty();
    }

    @Test
    void ignoresAResultThatDoesNotExist() {
        assertThat(RowsAddress.read(QueryParameters.of("result", "exploded"))).isEqualTo(RowFilter.ALL);
    }

    @Test
    void ignoresAMessageThatDoesNotExist() {
        assertThat(RowsAddress.read(QueryParameters.of("message", "exploded"))).isEqualTo(RowFilter.ALL);
    }
}
