package dev.muster.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.h2.engine.Constants;

/** What the bench ran on, and when. */
record Machine(String processor, int cores, long gibibytes, String system, String java, LocalDate date) {

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final String MARIADB = "11.4.5";

    static Machine here() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize() >> 30,
                System.getProperty("os.name") + ' ' + System.getProperty("os.version"),
                System.getProperty("java.vm.version"),
                LocalDate.now(ZoneOffset.UTC));
    }

    private static String processorName() {
        try {
            return Files.exists(PROCESSOR)
                    ? Files.readAllLines(PROCESSOR).stream()
                            .filter(line -> line.startsWith("model name"))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .findFirst()
                            .orElse("a processor")
                    : System.getProperty("os.arch");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String inWords() {
        return "%s, %s, %d cores, %d GiB; %s; Java %s, MariaDB %s, H2 %s"
                .formatted(date, processor, cores, gibibytes, system, java, MARIADB, Constants.VERSION);
    }
}
