package dev.muster.faults;

import dev.muster.bench.HubClient;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** An upload that came to some byte of its file. It ends there once it is closed. */
final class PartialUpload implements AutoCloseable {

    private static final String BEFORE =
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file.csv\"\r\n\r\n";
    private static final String AFTER = "\r\n--x--\r\n";

    private final Socket socket;

    private PartialUpload(Socket socket) {
        this.socket = socket;
    }

    /** Sends the request with so many bytes of the file; with all of them the request is whole. */
    static PartialUpload to(Node node, byte[] file, int bytes) throws IOException {
        URI hub = URI.create(node.app().url("/"));
        var socket = new Socket(hub.getHost(), hub.getPort());
        try {
            OutputStream out = socket.getOutputStream();
            out.write("""
                    POST /api/v1/imports HTTP/1.1\r
                    Host: hub\r
                    Authorization: Bearer %s\r
                    Content-Type: multipart/form-data; boundary=x\r
                    Content-Length: %d\r
                    \r
                    """.formatted(HubClient.TOKEN, BEFORE.length() + file.length + AFTER.length())
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(BEFORE.getBytes(StandardCharsets.US_ASCII));
            out.write(file, 0, bytes);
            if (bytes == file.length) {
                out.write(AFTER.getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
            return new PartialUpload(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
