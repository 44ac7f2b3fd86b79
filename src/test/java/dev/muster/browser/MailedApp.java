package dev.muster.browser;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The production jar beside a real mail server, which keeps what it is handed, and a browser to use it with. Closing
 * ends all three.
 */
final class MailedApp implements AutoCloseable {

    private static final long MAIL_LIMIT_MILLIS = 60_000;

    private final GreenMail mailServer;
    private final RunningApp app;
    private final Chromium chromium;

    private MailedApp(GreenMail mailServer, RunningApp app, Chromium chromium) {
        this.mailServer = mailServer;
        this.app = app;
        this.chromium = chromium;
    }

    /**
     * Starts all three.
     *
     * @param directory where the application keeps its data and its log
     * @param environment settings of the application on top of its mail server's
     */
    static MailedApp start(Path directory, Map<String, String> environment) throws IOException, InterruptedException {
        return start(directory, environment, UnpackedJar.get()::start);
    }

    /** Starts all three, the application from the jar as it is shipped, which takes five times as long. */
    static MailedApp startAsShipped(Path directory, Map<String, String> environment)
            throws IOException, InterruptedException {
        return start(directory, environment, RunningApp::start);
    }

    private interface Start {
        RunningApp start(Path directory, Map<String, String> environment, List<String> jvmOptions)
                throws IOException, InterruptedException;
    }

    private static MailedApp start(Path directory, Map<String, String> environment, Start start)
            throws IOException, InterruptedException {
        GreenMail mailServer = mailServer();
        mailServer.start();
        var settings = new HashMap<>(environment);
        settings.putAll(mailingTo(mailServer));
        return new MailedApp(mailServer, start.start(directory, settings, List.of("-Xmx512m")), Chromium.launch());
    }

    /** Returns a mail server that was not started yet, for a free port of this machine. */
    static GreenMail mailServer() {
        return new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    }

    /** Returns the settings of an application that mails through a server that was started. */
    static Map<String, String> mailingTo(GreenMail mailServer) {
        return Map.of(
                "SPRING_MAIL_HOST",
                "127.0.0.1",
                "SPRING_MAIL_PORT",
                Integer.toString(mailServer.getSmtp().getPort()));
    }

    RunningApp app() {
        return app;
    }

    Chromium chromium() {
        return chromium;
    }

    /** Returns the mails that came, once there are so many; fewer after a minute. */
    List<MimeMessage> mails(int number) {
        mailServer.waitForIncomingEmail(MAIL_LIMIT_MILLIS, number);
        return List.of(mailServer.getReceivedMessages());
    }

    @Override
    public void close() {
        chromium.close();
        app.close();
        mailServer.stop();
    }
}
