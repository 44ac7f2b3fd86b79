package dev.muster.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Stands between the hub and its database, and cuts the line on command. */
final class TcpProxy implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final String COMMIT = "COMMIT";

    private final ServerSocket listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger commitsUntilCut = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile boolean forwardsLast;
    private volatile boolean isCut;

    /**
     * @param target the port of this machine that it hands on to
     */
    TcpProxy(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Returns how many lines were cut at a commit. */
    int cuts() {
        return cuts.get();
    }

    /**
     * Cuts the line at a commit from now on, the {@code number}th: whoever commits does not learn what came of it.
     *
     * @param forwards whether the commit still reaches the database
     */
    void cutAtCommit(int number, boolean forwards) {
        forwardsLast = forwards;
        commitsUntilCut.set(number);
    }

    /** Cuts all lines, and lets nobody through until {@link #heal}. */
    void cut() throws IOException {
        isCut = true;
        for (Socket socket : open) {
            socket.close();
        }
    }

    void heal() {
        isCut = false;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (isCut) {
                    client.close();
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // closed, or nobody listens at the target: whoever connects finds out
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server;
        try {
            server = new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException e) {
            client.close();
            throw e;
        }
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        open.add(client);
        open.add(server);
        Thread.ofVirtual().start(() -> pump(client, server, true));
        Thread.ofVirtual().start(() -> pump(server, client, false));
    }

    private void pump(Socket from, Socket to, boolean isRequest) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            int length;
            while ((length = in.read(buffer)) >= 0) {
                if (isRequest && isCommit(buffer, length) && commitsUntilCut.get() > 0) {
                    if (commitsUntilCut.decrementAndGet() == 0) {
                        try {
                            if (forwardsLast) {
                                carryOutUnseen(from, to, buffer, length);
                            }
                        } finally {
                            cuts.incrementAndGet(); // also where the answer was taken by the other direction
                        }
                        return;
                    }
                }
                out.write(buffer, 0, length);
                out.flush();
            }
        } catch (IOException e) {
            // one side has gone: the other one follows
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void carryOutUnseen(Socket client, Socket server, byte[] commit, int length) throws IOException {
        client.close(); // first, so that no answer finds its way
        server.getOutputStream().write(commit, 0, length);
        awaitAnswer(server);
    }

    /** The database drops what it has read but not done when its client goes; so it is given the time to answer. */
    private static void awaitAnswer(Socket server) throws IOException {
        while (!server.isClosed() && server.getInputStream().available() == 0) {
            LockSupport.parkNanos(100_000);
        }
    }

    private static boolean isCommit(byte[] buffer, int length) {
        // Four bytes of head, one of the command, then the text.
        return length < 32 && new String(buffer, 0, length, StandardCharsets.US_ASCII).contains(COMMIT);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }
}
