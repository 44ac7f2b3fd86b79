package dev.muster.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * What the garbage collector of a JVM says in its log. The JVM has to be started with {@link #OPTION}; places in the log
 * are counted in bytes.
 */
public final class GcLog {

    /** Has a JVM write its log where this class finds it by the id of the process. */
    public static final String OPTION = "-Xlog:gc:file=%s:uptime:filecount=0".formatted(path("%p"));

    private static final Pattern PAUSE = Pattern.compile("Pause (\\w+) .*?\\d+M->(\\d+)M\\(");
    private static final long BETWEEN_COLLECTIONS_MS = 500;

    private final long pid;
    private final Path file;

    private GcLog(long pid) {
        this.pid = pid;
        this.file = path(Long.toString(pid));
        file.toFile().deleteOnExit();
    }

    /** Returns the log of the JVM that is the process {@code pid}. */
    public static GcLog of(long pid) {
        return new GcLog(pid);
    }

    private static Path path(String process) {
        return Path.of(System.getProperty("java.io.tmpdir"), "muster-bench-gc-%s.log".formatted(process));
    }

    /** Returns the end of the log. */
    long end() throws IOException {
        return Files.size(file);
    }

    /** Returns the most that was left after any collection between two places, in MiB; empty where there was none. */
    OptionalLong peak(long from, long to) throws IOException {
        return left("", from, to).max();
    }

    /**
     * Does {@code work} while the JVM is made to collect everything, twice a second at most: what is left then is what is
     * really held. The work is slower for it.
     *
     * @return the most that was left, in MiB
     */
    public long heldDuring(Callable<?> work) throws Exception {
        long from = end();
        var collecting = Thread.ofPlatform().daemon().start(this::collectAgainAndAgain);
        try {
            work.call();
        } finally {
            collecting.interrupt();
            collecting.join();
        }
        collect();
        return left("Full", from, end()).max().orElseThrow();
    }

    /** Has the JVM collect everything, and returns what is left, in MiB. */
    long held() throws IOException, InterruptedException {
        long from = end();
        collect();
        return left("Full", from, end()).max().orElseThrow();
    }

    private LongStream left(String kind, long from, long to) throws IOException {
        byte[] all = Files.readAllBytes(file);
        var text = new String(all, (int) from, (int) (to - from), StandardCharsets.UTF_8);
        return PAUSE.matcher(text)
                .results()
                .filter(pause -> pause.group(1).startsWith(kind))
                .mapToLong(pause -> Long.parseLong(pause.group(2)));
    }

    private void collectAgainAndAgain() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                collect();
                Thread.sleep(BETWEEN_COLLECTIONS_MS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new IllegalStateException("Process %d could not be made to collect.".formatted(pid), e);
        }
    }

    private void collect() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
