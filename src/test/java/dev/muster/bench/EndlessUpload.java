package dev.muster.bench;

import dev.muster.browser.RunningApp;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Sends a file of 1 GiB until the hub answers. By hand, since a client of HTTP listens only when it has sent it all. */
final class EndlessUpload {

    private static final long BYTES = 1L << 30;
    private static final int BLOCK = 1 << 16;
    private static final String BOUNDARY = "----muster-bench";
    private static final String ROW = "Ann Lindqvist,ann@firm.example\r\n";

    private EndlessUpload() {}

    /**
     * What came of it.
     *
     * @param sent how many bytes were on their way when the answer came
     */
    record Refusal(String answer, long sent, double seconds) {}

    static Refusal send(RunningApp app) throws Exception {
        URI address = URI.create(app.url("/api/v1/imports"));
        byte[] block = ROW.repeat(BLOCK / ROW.length()).getBytes(StandardCharsets.US_ASCII);
        long start = System.nanoTime();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var answered = new AtomicReference<Double>();
            var answer = CompletableFuture.supplyAsync(() -> read(socket, () -> answered.set(since(start))));
            var out = socket.getOutputStream();
            out.write(head(address).getBytes(StandardCharsets.US_ASCII));
            long sent = 0;
            try {
                while (sent < BYTES && answered.get() == null) {
                    out.write(block);
                    sent += block.length;
                }
                if (answered.get() == null) {
                    out.write("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.US_ASCII));
                }
            } catch (SocketException e) {
                // The hub has closed the connection: it wants no more.
            }
            return new Refusal(answer.get(), sent, answered.get() == null ? since(start) : answered.get());
        }
    }

    private static String head(URI address) {
        String part =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"endless.csv\"\r\n\r\nName,Email\r\n"
                        .formatted(BOUNDARY);
        return """
                POST %s HTTP/1.1
                Host: %s
                Authorization: Bearer %s
                Content-Type: multipart/form-data; boundary=%s
                Content-Length: %d

                """.formatted(address.getPath(), address.getAuthority(), HubClient.TOKEN, BOUNDARY, BYTES * 2)
                        .replace("\n", "\r\n")
                + part;
    }

    private static String read(Socket socket, Runnable onAnswer) {
        try {
            InputStream in = socket.getInputStream();
            byte[] answer = new byte[BLOCK];
            int length = in.read(answer);
            onAnswer.run();
            return length < 0 ? "" : new String(answer, 0, length, StandardCharsets.UTF_8);
        } catch (IOException e) {
            onAnswer.run();
            return "no answer: " + e.getMessage();
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
