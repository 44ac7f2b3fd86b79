package dev.muster.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;

class ClosedTabTest {

    @Test
    void aTabThatWasClosedIsNoFailure() {
        var closed = new ClientAbortException(new IOException("Broken pipe"));

        assertThat(ClosedTab.causes(closed)).isTrue();
        assertThat(ClosedTab.causes(new UncheckedIOException(closed))).isTrue();
    }

    @Test
    void aPipeThatBreaksElsewhereIsOne() {
        assertThat(ClosedTab.causes(new IOException("Broken pipe"))).isFalse();
        assertThat(ClosedTab.causes(new IllegalStateException("Broken pipe"))).isFalse();
    }
}
