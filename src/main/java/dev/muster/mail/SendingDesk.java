package dev.muster.mail;

import dev.muster.common.Catalogue;
import dev.muster.common.EmailAddress;
import dev.muster.common.HubSettings;
import dev.muster.common.Utc;
import dev.muster.security.AuditLog;
import dev.muster.security.CurrentUser;
import dev.muster.security.LoggedIn;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where administrators see whether mail leaves the hub. */
@Service
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class SendingDesk {

    /** Of the newest tries, as many are looked at. */
    private static final int LOOKED_AT = 1_000;

    private final MailServer server;
    private final TestMails tests;
    private final HubSettings hub;
    private final Catalogue texts;
    private final CurrentUser currentUser;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    SendingDesk(
            MailServer server,
            TestMails tests,
            HubSettings hub,
            Catalogue texts,
            CurrentUser currentUser,
            AuditLog audit,
            JdbcClient jdbc) {
        this.server = server;
        this.tests = tests;
        this.hub = hub;
        this.texts = texts;
        this.currentUser = currentUser;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    private record Try(
            Instant at, MailState state, @Nullable String words) {}

    /** Returns how the mail server does. */
    @Transactional(readOnly = true)
    public ServerStanding server() {
        List<Try> tries = jdbc.sql("SELECT tried_at, state, server_reply FROM mail_try ORDER BY tried_at DESC LIMIT ?")
                .param(LOOKED_AT)
                .query((row, _) -> new Try(
                        Objects.requireNonNull(Utc.fromColumn(row, "tried_at"), "tried_at"),
                        MailState.valueOf(row.getString("state")),
                        row.getString("server_reply")))
                .list();
        return new ServerStanding(
                server.address().orElse(null),
                tries.stream()
                        .filter(one -> one.state() == MailState.SENT)
                        .map(Try::at)
                        .findFirst()
                        .orElse(null),
                tries.stream()
                        .filter(one -> one.state() != MailState.SENT && one.state() != MailState.SENDING)
                        .map(one -> new ServerStanding.Failure(one.at(), Objects.requireNonNullElse(one.words(), "")))
                        .findFirst()
                        .orElse(null));
    }

    /** Sends a mail to the current user, at once. */
    public CompletableFuture<TestAnswer> sendTest() {
        LoggedIn user = currentUser.get();
        String hubName = hub.company().orElseGet(() -> texts.text("common.brand"));
        MailBody body = MailBody.of(hubName)
                .heading(texts.text("mail.test.heading"))
                .paragraph(texts.text("mail.test.text", hubName))
                .footer(texts.text("mail.test.footer"));
        audit.record("mail.test", "mail", null, null);
        return tests.send(new Letter(
                Letter.Purpose.TEST,
                user.name(),
                EmailAddress.parse(user.email()).orElseThrow(),
                texts.text("mail.test.subject", hubName),
                body.text(),
                body.html(),
                List.of()));
    }
}
