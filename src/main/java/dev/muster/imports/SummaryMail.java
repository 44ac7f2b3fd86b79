package dev.muster.imports;

import dev.muster.common.Catalogue;
import dev.muster.common.EmailAddress;
import dev.muster.common.HubSettings;
import dev.muster.mail.Letter;
import dev.muster.mail.Letter.Attachment;
import dev.muster.mail.MailBody;
import dev.muster.security.AccountId;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the mail that tells an admin what became of an import. */
@Component
class SummaryMail {

    private static final String CSV = "text/csv";

    private final ResultFiles files;
    private final ImportLimits limits;
    private final Catalogue catalogue;
    private final JdbcClient jdbc;
    private final HubSettings hub;

    SummaryMail(ResultFiles files, ImportLimits limits, Catalogue catalogue, JdbcClient jdbc, HubSettings hub) {
        this.files = files;
        this.limits = limits;
        this.catalogue = catalogue;
        this.jdbc = jdbc;
        this.hub = hub;
    }

    private record Recipient(String name, String email) {}

    /** Writes the mail to whoever started the import; {@code finished} is when it ended. */
    Letter write(ImportRun run, ImportSnapshot counts, Instant finished) {
        Recipient to = recipient(run.startedBy());
        Optional<Attachment> attachment = attachment(run, counts.bytes());
        var body = MailBody.of(hub.company().orElse(text("imports.mail.hub")))
                .heading(text("imports.mail.heading", counts.fileName()))
                .paragraph(text(
                        attachment.isPresent() ? "imports.mail.attached" : "imports.mail.too-large",
                        counts.processed()))
                .facts(facts(counts, finished))
                .button(
                        text("imports.mail.open"),
                        URI.create(hub.baseUrl() + "/imports/" + run.id().value()))
                .footer(text("imports.mail.footer"));
        return new Letter(
                Letter.Purpose.IMPORT_SUMMARY,
                to.name(),
                EmailAddress.parse(to.email()).orElseThrow(),
                subject(counts),
                body.text(),
                body.html(),
                attachment.stream().toList());
    }

    private String subject(ImportSnapshot counts) {
        return text("imports.mail.subject", counts.fileName(), counts.created(), counts.rejected());
    }

    private SequencedMap<String, String> facts(ImportSnapshot counts, Instant finished) {
        var facts = new LinkedHashMap<String, String>();
        put(facts, "added", counts.created());
        put(facts, "updated", counts.updated());
        put(facts, "unchanged", counts.unchanged());
        put(facts, "already-taken", counts.alreadyTaken());
        put(facts, "rejected", counts.rejected());
        put(facts, "warnings", counts.warnings());
        if (counts.invite()) {
            put(facts, "invitations", counts.invitationsQueued());
        }
        Instant started = counts.startedAt() == null ? finished : counts.startedAt();
        facts.put(text("imports.mail.duration"), duration(Duration.between(started, finished)));
        return facts;
    }

    private void put(SequencedMap<String, String> facts, String key, long number) {
        facts.put(text("imports.mail." + key), text("imports.mail.number", number));
    }

    private String duration(Duration duration) {
        if (duration.toMinutes() == 0) {
            return text("imports.mail.seconds", duration.toMillis() / 1000.0);
        }
        return duration.toHours() == 0
                ? text("imports.mail.minutes", duration.toMinutes(), duration.toSecondsPart())
                : text("imports.mail.hours", duration.toHours(), duration.toMinutesPart());
    }

    /** The annotated file, unless it is too large; it is larger than the file that it annotates. */
    private Optional<Attachment> attachment(ImportRun run, long fileBytes) {
        if (fileBytes > limits.attachmentBytes()) {
            return Optional.empty();
        }
        var out = new ByteArrayOutputStream();
        return files.writeResult(run.id(), out, limits.attachmentBytes())
                ? Optional.of(new Attachment(
                        ResultFiles.resultName(run.fileName()), CSV, out.toString(StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private Recipient recipient(AccountId account) {
        return jdbc.sql("SELECT name, email FROM account WHERE id = ?")
                .param(account.value())
                .query(Recipient.class)
                .single();
    }

    private String text(String key, Object... arguments) {
        return catalogue.text(key, arguments);
    }
}
