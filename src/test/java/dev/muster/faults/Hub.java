package dev.muster.faults;

import dev.muster.bench.HubClient;
import dev.muster.browser.UnpackedJar;
import dev.muster.testing.H2Url;
import dev.muster.testing.MariaDbServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A hub as it is run: its database and its settings. Its processes come and go. */
final class Hub implements AutoCloseable {

    /** The databases that a hub can have. */
    enum Database {
        H2,
        MARIADB
    }

    /** As shipped. */
    private static final int BEATS_OF_A_LEASE = 8;

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> jvmOptions = new ArrayList<>();
    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private final String url;
    private final String user;

    private Hub(Path directory, String url, String user) {
        this.directory = directory;
        this.url = url;
        this.user = user;
        environment.put("MUSTER_API_TOKEN", HubClient.TOKEN);
        environment.put("MUSTER_SECRET", "a secret that only the processes of this hub know");
        environment.put("MUSTER_BASE_URL", "http://hub.example");
    }

    static Hub on(Database database, Path directory) {
        return switch (database) {
            case H2 -> onH2(directory);
            case MARIADB -> onMariaDb(directory, Server.shared().freshDatabase());
        };
    }

    private static Hub onH2(Path directory) {
        String url = H2Url.file(directory.resolve("node").resolve("data"));
        return new Hub(directory, url, ""); // as Spring Boot opens a file
    }

    /** Returns a hub on the MariaDB at {@code url}. */
    static Hub onMariaDb(Path directory, String url) {
        var hub = new Hub(directory, url, MariaDbServer.USER);
        hub.set("SPRING_DATASOURCE_URL", url);
        hub.set("SPRING_DATASOURCE_USERNAME", MariaDbServer.USER);
        hub.set("SPRING_DATASOURCE_PASSWORD", "");
        return hub;
    }

    /** Sets a variable of the environment of every process that starts from now on. */
    Hub set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Has every JVM that starts from now on take these, over those of all. */
    Hub withJvmOptions(String... options) {
        jvmOptions.addAll(List.of(options));
        return this;
    }

    /** Makes chunks so small that there are many points between them. */
    Hub inChunksOf(int rows) {
        return set("MUSTER_IMPORTS_CHUNKROWS", Integer.toString(rows));
    }

    /** Has a dead process found as soon as the next one is there: of one process at a time, which takes nothing from itself. */
    Hub withShortLease() {
        return withLease(2);
    }

    /** Has a dead process found within so many seconds; with four, one that lives may be slow for three. */
    Hub withLease(int seconds) {
        return set("MUSTER_LEASE", seconds + "s")
                .set("DBSCHEDULER_HEARTBEATINTERVAL", seconds * 1_000 / BEATS_OF_A_LEASE + "ms")
                .set("DBSCHEDULER_POLLINGINTERVAL", "500ms");
    }

    Hub mailingTo(MailBox box) {
        return mailingTo(box.port());
    }

    /** Has a mail server that is away. */
    Hub mailingToNobody() throws IOException {
        return mailingTo(freePort());
    }

    Hub mailingTo(int port) {
        return set("SPRING_MAIL_HOST", "127.0.0.1").set("SPRING_MAIL_PORT", Integer.toString(port));
    }

    /** Returns a port of this machine where nobody listens. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    Node start() throws IOException, InterruptedException {
        return start("node");
    }

    /** Starts a process with a directory of its own called {@code name}. */
    Node start(String name) throws IOException, InterruptedException {
        Path own = Files.createDirectories(directory.resolve(name));
        var node = new Node(UnpackedJar.get().start(own, environment, jvmOptions));
        nodes.add(node);
        return node;
    }

    /** Ends every process that is still there. */
    @Override
    public void close() {
        nodes.forEach(Node::abandon);
    }

    /** Connects to the database beside the hub; on H2 only while none of its processes runs. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, "");
    }

    /** One MariaDB for all hubs of this JVM, each with a database of its own. */
    static final class Server {

        private static final MariaDbServer SHARED =
                MariaDbServer.start("--innodb-buffer-pool-size=256M", MariaDbServer.WITHOUT_WAITING_FOR_THE_DISK);

        private Server() {}

        static MariaDbServer shared() {
            return SHARED;
        }
    }
}
