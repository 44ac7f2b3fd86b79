package dev.muster.browser;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The production jar, unpacked by its own tool and with the classes that a start needs in a cache: a process is ready in
 * less than half the time, and the suite starts many.
 */
public final class UnpackedJar {

    private static final Path PLACE = Path.of("target", "faults-app").toAbsolutePath();

    private static final Path LOCK = PLACE.resolveSibling("faults-app.lock");

    /** Small: several processes share this machine with a database. */
    private static final List<String> JVM = List.of(
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");

    private static @Nullable UnpackedJar made;

    private final Path jar;
    private final Path cache;

    private UnpackedJar(Path jar, Path cache) {
        this.jar = jar;
        this.cache = cache;
    }

    /** Returns it; whichever JVM of a build asks first unpacks it. */
    public static synchronized UnpackedJar get() throws IOException, InterruptedException {
        UnpackedJar there = made;
        if (there == null) {
            Files.createDirectories(PLACE.getParent());
            // Tests run in several JVMs: the first one makes it for all.
            try (var file = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = file.lock()) {
                there = make(RunningApp.jar());
            }
            made = there;
        }
        return there;
    }

    private static UnpackedJar make(Path production) throws IOException, InterruptedException {
        Path place = PLACE.resolve(sum(production)); // a reproducible build gives every jar the same date
        var unpacked = new UnpackedJar(place.resolve(production.getFileName()), place.resolve("start.aot"));
        if (!Files.exists(unpacked.cache)) {
            remove(PLACE);
            run(
                    List.of(),
                    "-Djarmode=tools",
                    "-jar",
                    production.toString(),
                    "extract",
                    "--destination",
                    place.toString());
            Files.createDirectories(place);
            run(
                    JVM,
                    "-XX:AOTCacheOutput=" + unpacked.cache,
                    "-Dspring.context.exit=onRefresh",
                    "-Dmuster.data=" + place.resolve("data"),
                    "-Dserver.port=0",
                    "-jar",
                    unpacked.jar.toString());
        }
        return unpacked;
    }

    /** Starts it in {@code directory}; {@code further} options of the JVM go before the usual ones. */
    public RunningApp start(Path directory, Map<String, String> environment, List<String> further)
            throws IOException, InterruptedException {
        var options = new ArrayList<>(JVM);
        options.add("-XX:AOTCache=" + cache);
        options.addAll(further);
        return RunningApp.start(jar, directory, environment, options);
    }

    private static String sum(Path file) throws IOException {
        var sum = new CRC32();
        sum.update(Files.readAllBytes(file));
        return Long.toHexString(sum.getValue());
    }

    private static void run(List<String> options, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(arguments));
        File log = File.createTempFile("unpacked-jar", ".log");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(
                    "%s ended with %d:%n%s".formatted(command, exit, Files.readString(log.toPath())));
        }
        Files.delete(log.toPath());
    }

    private static void remove(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> paths = Files.walk(directory)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
