package dev.muster.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that speaks just enough SMTP, and misbehaves on command. What is told to {@link #answer} is used up by
 * the next command of that name, on whichever connection; without it every letter is taken. A whole line, such as
 * {@code RCPT TO:<bea@hub.example>}, is a name too, for that line alone.
 */
public final class MisbehavingSmtpServer implements AutoCloseable {

    /** In the place of a reply: closes the connection without one. */
    public static final String CLOSE = "close";

    /** In the place of a reply: breaks the connection off. */
    public static final String RESET = "reset";

    /** In the place of a reply: says nothing more, and keeps the connection open. */
    public static final String HANG = "hang";

    /** Before a reply: takes its time with it. */
    public static final String SLOWLY = "slowly ";

    /** The name of what comes before the first command. */
    public static final String GREETING = "GREETING";

    /** The name of the end of the letter after DATA; followed by {@code  <bea@hub.example>}, of letters to her alone. */
    public static final String END_OF_DATA = ".";

    private static final Set<String> ENDS =
            Set.of("421", "221", CLOSE.substring(0, 3), HANG.substring(0, 3), RESET.substring(0, 3));

    private static final String TO = "RCPT TO:";

    private static final int SLOW_MILLIS = 100;

    private final ServerSocket listener;
    private final Map<String, Deque<String>> script = new ConcurrentHashMap<>();
    private final Map<String, String> rules = new ConcurrentHashMap<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Runnable whenTaken = () -> {};

    public MisbehavingSmtpServer() {
        this(0);
    }

    /** Opens it on {@code port}, where nobody listened until now. */
    public MisbehavingSmtpServer(int port) {
        try {
            listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Answers the next commands called {@code command} with {@code replies}, one each. */
    public void answer(String command, String... replies) {
        script.computeIfAbsent(command, _ -> new ConcurrentLinkedDeque<>()).addAll(List.of(replies));
    }

    /** Answers every command called {@code command} with {@code reply}, until {@link #behave}. */
    public void alwaysAnswer(String command, String reply) {
        rules.put(command, reply);
    }

    /** Has {@code deed} done whenever a letter was taken, before it says so. */
    public void whenTaken(Runnable deed) {
        whenTaken = deed;
    }

    /** Forgets all that it was told, and takes every letter from here on. */
    public void behave() {
        rules.clear();
        script.clear();
    }

    /** Returns the letters taken so far, as they came over the wire. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    /** Returns the lines heard so far, but for those of letters. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException e) {
                return; // closed: the test is over
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var out = socket.getOutputStream();
            String line = "";
            String to = "";
            boolean goOn = reply(out, GREETING, "220 mail.example ready").startsWith("2");
            while (goOn && (line = in.readLine()) != null) {
                heard.add(line);
                to = line.startsWith(TO) ? line.substring(TO.length()) : to;
                String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                String reply = say(out, plan(line, plan(command, usual(command))));
                if (reply.startsWith("354")) {
                    reply = take(in, out, to);
                }
                goOn = !ENDS.contains(reply.substring(0, 3));
                socket.setSoLinger(reply.equals(RESET), 0);
            }
        } catch (IOException | InterruptedException e) {
            // the client went away, or the test is over
        }
    }

    private String take(BufferedReader in, OutputStream out, String to) throws IOException, InterruptedException {
        String letter = readLetter(in);
        String planned = plan(END_OF_DATA + " " + to, plan(END_OF_DATA, "250 2.0.0 Ok: queued as 42"));
        if (planned.startsWith("250") || planned.startsWith(SLOWLY + "250")) {
            taken.add(letter);
            whenTaken.run();
        }
        return say(out, planned);
    }

    private String reply(OutputStream out, String command, String usual) throws IOException, InterruptedException {
        return say(out, plan(command, usual));
    }

    private String plan(String command, String usual) {
        Deque<String> planned = script.get(command);
        return planned == null || planned.isEmpty() ? rules.getOrDefault(command, usual) : planned.poll();
    }

    private String say(OutputStream out, String reply) throws IOException, InterruptedException {
        if (reply.equals(HANG)) {
            over.await();
        } else if (reply.startsWith(SLOWLY)) {
            over.await(SLOW_MILLIS, TimeUnit.MILLISECONDS);
            return say(out, reply.substring(SLOWLY.length()));
        } else if (!reply.equals(CLOSE) && !reply.equals(RESET)) {
            out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        return reply;
    }

    private static String usual(String command) {
        return switch (command) {
            case "EHLO" -> "250-mail.example\r\n250 AUTH PLAIN";
            case "AUTH" -> "235 2.7.0 Welcome";
            case "DATA" -> "354 End with a dot";
            case "QUIT" -> "221 2.0.0 Bye";
            default -> "250 2.1.0 Ok";
        };
    }

    private static String readLetter(BufferedReader in) throws IOException {
        var letter = new StringBuilder();
        String line;
        while ((line = in.readLine()) != null && !line.equals(END_OF_DATA)) {
            letter.append(line).append("\r\n");
        }
        return letter.toString();
    }
}
