package dev.muster.imports;

import dev.muster.common.EmailAddress;
import dev.muster.mail.Letter;
import dev.muster.mail.Letter.Attachment;
import dev.muster.mail.LetterTemplates;
import dev.muster.security.AccountId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the mail that tells an admin what became of an import. */
@Component
class SummaryMail {

    private static final String CSV = "text/csv";

    private final ResultFiles files;
    private final ImportLimits limits;
    private final LetterTemplates templates;
    private final SummaryLetter letters;
    private final JdbcClient jdbc;

    SummaryMail(
            ResultFiles files, ImportLimits limits, LetterTemplates templates, SummaryLetter letters, JdbcClient jdbc) {
        this.files = files;
        this.limits = limits;
        this.templates = templates;
        this.letters = letters;
        this.jdbc = jdbc;
    }

    /** Writes the mail to whoever started the import; {@code finished} is when it ended. */
    Letter write(ImportRun run, ImportSnapshot counts, Instant finished) {
        Optional<Attachment> attachment = attachment(run, counts.bytes());
        var summary = ImportSummary.of(receiver(run.startedBy()), counts, attachment.isPresent(), finished);
        return letters.write(
                templates.saved(SummaryKind.NAME).orElseGet(letters::standard),
                summary,
                attachment.stream().toList());
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

    private ImportSummary.Receiver receiver(AccountId account) {
        return jdbc.sql("SELECT name, email FROM account WHERE id = ?")
                .param(account.value())
                .query((row, _) -> new ImportSummary.Receiver(
                        row.getString("name"),
                        EmailAddress.parse(row.getString("email")).orElseThrow()))
                .single();
    }
}
