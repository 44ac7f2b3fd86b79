package dev.muster.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * Waits until the machine rests. What was measured before leaves work behind: MariaDB forgets old versions of rows and
 * writes its pages, the hub makes its index of members. None of that is what is measured next.
 */
final class Rest {

    private static final double IDLE = 0.85;
    private static final long LOOK_MILLIS = 200;
    private static final long MOST_MILLIS = 20_000;

    private Rest() {}

    /** Returns when the processors were idle for a moment, or after twenty seconds: others may use them, too. */
    static void await() throws InterruptedException {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        machine.getCpuLoad(); // from here on
        for (long waited = 0; waited < MOST_MILLIS; waited += LOOK_MILLIS) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            if (machine.getCpuLoad() <= 1 - IDLE) {
                return;
            }
        }
    }
}
