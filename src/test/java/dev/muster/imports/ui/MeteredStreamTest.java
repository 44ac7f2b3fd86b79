package dev.muster.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.testing.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class MeteredStreamTest {

    private final SettableClock clock = new SettableClock();
    private final List<Integer> told = new ArrayList<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final MeteredStream stream =
            new MeteredStream(new ByteArrayInputStream(new byte[200]), 200, clock, told::add, cancelled::get);

    @Test
    void tellsAtMostTwiceASecond() throws IOException {
        stream.readNBytes(20);
        assertThat(told).isEmpty();
        clock.advance(Duration.ofMillis(500));
        stream.readNBytes(56);
        assertThat(told).containsExactly(38);
        stream.readNBytes(20);
        assertThat(told).containsExactly(38);
        assertThat(stream.percent()).isEqualTo(48);
    }

    @Test
    void breaksOffWhenCancelled() {
        cancelled.set(true);
        assertThatThrownBy(stream::read).isInstanceOf(InterruptedIOException.class);
    }
}
