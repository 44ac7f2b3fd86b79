package dev.muster.imports;

import dev.muster.common.Catalogue;
import dev.muster.common.HubSettings;
import dev.muster.common.MergeText;
import dev.muster.mail.Letter;
import dev.muster.mail.Letter.Attachment;
import dev.muster.mail.LetterTemplate;
import dev.muster.mail.LetterText;
import dev.muster.mail.MailBody;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes out what became of an import: the one place where its merge fields become words. */
@Component
class SummaryLetter {

    static final String COUNTS = "counts";
    static final String URL = "import_url";

    private final Catalogue catalogue;
    private final HubSettings hub;

    SummaryLetter(Catalogue catalogue, HubSettings hub) {
        this.catalogue = catalogue;
        this.hub = hub;
    }

    /** Returns the words that come with Muster. */
    LetterTemplate standard() {
        return new LetterTemplate(text("imports.mail.subject"), text("imports.mail.text"));
    }

    Letter write(LetterTemplate template, ImportSummary summary, List<Attachment> attachments) {
        String hubName = hub.company().orElse(text("imports.mail.hub"));
        LetterText words = words(summary, hubName);
        MailBody body = MailBody.of(hubName);
        words.write(template, body);
        body.footer(text("imports.mail.footer"));
        return new Letter(
                Letter.Purpose.IMPORT_SUMMARY,
                summary.receiver().name(),
                summary.receiver().email(),
                words.subject(template),
                body.text(),
                body.html(),
                attachments);
    }

    private LetterText words(ImportSummary summary, String hubName) {
        var facts = facts(summary);
        var link = URI.create(hub.baseUrl() + "/imports/" + summary.importId());
        var counts = summary.counts();
        return new LetterText(
                Map.ofEntries(
                        Map.entry(
                                "first_name",
                                MergeText.firstName(summary.receiver().name())),
                        Map.entry("hub_name", hubName),
                        Map.entry("file_name", summary.fileName()),
                        Map.entry("rows", number(counts.rows())),
                        Map.entry("added", number(counts.added())),
                        Map.entry("updated", number(counts.updated())),
                        Map.entry("unchanged", number(counts.unchanged())),
                        Map.entry("rejected", number(counts.rejected())),
                        Map.entry("warnings", number(counts.warnings())),
                        Map.entry("attachment", attachment(summary)),
                        Map.entry(COUNTS, inOneLine(facts)),
                        Map.entry(URL, link.toASCIIString())),
                Map.of(COUNTS, body -> body.facts(facts), URL, body -> body.button(text("imports.mail.open"), link)));
    }

    private String attachment(ImportSummary summary) {
        String key = summary.isAttached() ? "imports.mail.attached" : "imports.mail.too-large";
        return text(key, summary.counts().rows());
    }

    private SequencedMap<String, String> facts(ImportSummary summary) {
        var counts = summary.counts();
        var facts = new LinkedHashMap<String, String>();
        put(facts, "added", counts.added());
        put(facts, "updated", counts.updated());
        put(facts, "unchanged", counts.unchanged());
        put(facts, "already-taken", counts.alreadyTaken());
        put(facts, "rejected", counts.rejected());
        put(facts, "warnings", counts.warnings());
        if (summary.invited() >= 0) {
            put(facts, "invitations", summary.invited());
        }
        facts.put(text("imports.mail.duration"), duration(summary.duration()));
        return facts;
    }

    private static String inOneLine(SequencedMap<String, String> facts) {
        return facts.sequencedEntrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining(", "));
    }

    private void put(SequencedMap<String, String> facts, String key, long number) {
        facts.put(text("imports.mail." + key), number(number));
    }

    private String number(long number) {
        return text("imports.mail.number", number);
    }

    private String duration(Duration duration) {
        if (duration.toMinutes() == 0) {
            return text("imports.mail.seconds", duration.toMillis() / 1000.0);
        }
        return duration.toHours() == 0
                ? text("imports.mail.minutes", duration.toMinutes(), duration.toSecondsPart())
                : text("imports.mail.hours", duration.toHours(), duration.toMinutesPart());
    }

    private String text(String key, Object... arguments) {
        return catalogue.text(key, arguments);
    }
}
