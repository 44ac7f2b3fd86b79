package dev.muster.mail;

import dev.muster.common.Catalogue;
import dev.muster.common.EmailAddress;
import dev.muster.common.Heartbeat;
import dev.muster.common.HubSettings;
import dev.muster.security.AuditLog;
import dev.muster.security.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionOperations;

/** Gives a test the outbox and the sending job as they are where a mail server is configured. */
public class PostOffice {

    private static final MailSettings SETTINGS =
            new MailSettings(10_000, "", 10, Duration.ofMinutes(15), Tls.AUTO, Duration.ofMinutes(15));
    private static final String SHORT_TIMEOUT_MILLIS = "300";

    private final Mails mails;
    private final PersonalMails personal;
    private final StoredMails stored;
    private final SendingStops stops;
    private final MailTrouble trouble;
    private final Heartbeat heartbeat;
    private final MailBell bell;
    private final MailOnItsWay onItsWay;
    private final StandstillPause standstill;
    private final Claims claims;
    private final Deliveries deliveries;
    private final HubSettings hub;
    private final MessageIds messageIds;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Catalogue texts;
    private final CurrentUser currentUser;
    private final Clock clock;

    PostOffice(
            Mails mails,
            PersonalMails personal,
            StoredMails stored,
            SendingStops stops,
            MailTrouble trouble,
            Heartbeat heartbeat,
            MailBell bell,
            MailOnItsWay onItsWay,
            StandstillPause standstill,
            Claims claims,
            Deliveries deliveries,
            HubSettings hub,
            MessageIds messageIds,
            TransactionOperations transactions,
            JdbcClient jdbc,
            AuditLog audit,
            Catalogue texts,
            CurrentUser currentUser,
            Clock clock) {
        this.texts = texts;
        this.currentUser = currentUser;
        this.audit = audit;
        this.mails = mails;
        this.personal = personal;
        this.stored = stored;
        this.stops = stops;
        this.trouble = trouble;
        this.heartbeat = heartbeat;
        this.bell = bell;
        this.onItsWay = onItsWay;
        this.standstill = standstill;
        this.claims = claims;
        this.deliveries = deliveries;
        this.hub = hub;
        this.messageIds = messageIds;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns a mail server at {@code port} of this machine that is given up on after 300 ms of silence. */
    static MailServer serverAt(int port) {
        return server("127.0.0.1", port, _ -> {}, Tls.AUTO);
    }

    private static MailServer server(String host, int port, Consumer<JavaMailSenderImpl> change, Tls tls) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        var properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.connectiontimeout", SHORT_TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", SHORT_TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", SHORT_TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.quitwait", "false");
        change.accept(sender);
        var settings = new MailSettings(10_000, "", 10, Duration.ofMinutes(15), tls, Duration.ofMinutes(15));
        return new MailServer(Optional.of(sender), settings);
    }

    /** Returns the post office of a test's application. */
    public static PostOffice of(ApplicationContext application) {
        return application.getAutowireCapableBeanFactory().createBean(PostOffice.class);
    }

    /** Sends what is due to the mail server at {@code port}, as the job does in one round. */
    public void round(int port) {
        job(port).run(() -> false);
    }

    /** Has all letters sent that were kept, as if a mail server were configured since. */
    public void queueKept() {
        List<MailId> kept = jdbc.sql("SELECT id FROM mail WHERE state = 'KEPT' ORDER BY id")
                .query((row, _) -> new MailId(row.getLong("id")))
                .list();
        kept.forEach(this::send);
    }

    /** Returns the sending job for the mail server at {@code port}. */
    SendMail job(int port) {
        return job(serverAt(port));
    }

    /** Returns the sending job for a mail server that is not there. */
    SendMail jobFor(String host) {
        return job(server(host, 25, _ -> {}, Tls.AUTO));
    }

    /** Returns the sending job for the mail server at {@code port}, which it logs in to. */
    SendMail jobWithLogin(int port, Tls tls) {
        return job(server("127.0.0.1", port, PostOffice::setLogin, tls));
    }

    /** Returns the sending job for the mail server at {@code port} with TLS as {@code tls} says. */
    SendMail job(int port, Tls tls) {
        return job(server("127.0.0.1", port, _ -> {}, tls));
    }

    private static void setLogin(JavaMailSenderImpl sender) {
        sender.setUsername("muster");
        sender.setPassword("the password of the hub");
    }

    /** Returns the sending job for the mail server at {@code port} that writes down by {@code others} what came of it. */
    SendMail job(int port, Deliveries others) {
        return job(serverAt(port), claims, others);
    }

    /** Returns the sending job for the mail server at {@code port} that claims its letters by {@code others}. */
    SendMail job(int port, Claims others) {
        return job(serverAt(port), others, deliveries);
    }

    private SendMail job(MailServer server) {
        return job(server, claims, deliveries);
    }

    private SendMail job(MailServer server, Claims claims, Deliveries deliveries) {
        var writer = new MimeLetters(new SenderAddress(SETTINGS, server, hub, messageIds), clock);
        return new SendMail(
                server, claims, writer, deliveries, stops, trouble, heartbeat, new MailSpeed(hub, SETTINGS), SETTINGS);
    }

    /** Returns the settings as they are with the mail server at {@code port}. */
    SendingDesk sendingDesk(int port) {
        MailServer server = serverAt(port);
        var writer = new MimeLetters(new SenderAddress(SETTINGS, server, hub, messageIds), clock);
        var tests =
                new TestMails(mails, server, claims, writer, deliveries, trouble, SETTINGS, jdbc, transactions, clock);
        return new SendingDesk(server, tests, hub, texts, currentUser, audit, jdbc);
    }

    /** Queues a letter to {@code to}, as if a mail server were configured. */
    MailId queue(String to) {
        return queue(letter(to, "Hello"));
    }

    MailId queue(Letter letter) {
        var outbox = new Outbox(mails, personal, new ForgottenMails(jdbc), serverAt(25), bell, standstill);
        return transactions.execute(_ -> outbox.put(letter));
    }

    /** Keeps a letter to {@code to}, as if no mail server were configured. */
    MailId keep(String to) {
        var outbox = new Outbox(
                mails,
                personal,
                new ForgottenMails(jdbc),
                new MailServer(Optional.empty(), SETTINGS),
                bell,
                standstill);
        return transactions.execute(_ -> outbox.put(letter(to, "Hello")));
    }

    /** Has a kept letter sent, as if a mail server were configured. */
    boolean send(MailId id) {
        return transactions.execute(_ -> desk().send(id));
    }

    /** Returns the desk as it is where a mail server is configured; its changes need a transaction. */
    OutboxDesk desk() {
        return new OutboxDesk(stored, serverAt(25), stops, bell, onItsWay, jdbc, audit, clock);
    }

    static Letter letter(String to, String subject, Letter.Attachment... attachments) {
        return new Letter(
                Letter.Purpose.IMPORT_SUMMARY,
                "Mara Lindqvist",
                EmailAddress.parse(to).orElseThrow(),
                subject,
                "Hello Mara",
                "<p>Hello <b>Mara</b></p>",
                List.of(attachments));
    }

    MailState state(MailId id) {
        return MailState.valueOf(text("state", id));
    }

    String reply(MailId id) {
        return text("server_reply", id);
    }

    /** Returns the states that the tries of the letter ended in, in their order. */
    List<String> tries(MailId id) {
        return jdbc.sql("SELECT state FROM mail_try WHERE mail_id = ? ORDER BY seq")
                .param(id.value())
                .query((row, _) -> row.getString("state"))
                .list();
    }

    String text(String column, MailId id) {
        return String.valueOf(jdbc.sql("SELECT " + column + " FROM mail WHERE id = ?")
                .param(id.value())
                .query()
                .singleValue());
    }
}
