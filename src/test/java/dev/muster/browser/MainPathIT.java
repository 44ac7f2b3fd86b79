package dev.muster.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.muster.testing.ContactFile;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main path, as an administrator goes it, on the production jar with a real browser and a real mail server. */
class MainPathIT {

    private static final int ROWS = 5000;
    private static final int FAULTS_PER_MILLE = 40;
    private static final double IMPORT_LIMIT_MILLIS = 120_000;

    @TempDir
    static Path directory;

    static MailedApp mailed;
    static RunningApp app;
    static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        // Very small chunks: an import of this size has to last longer than two looks at it, half a second apart.
        mailed = MailedApp.startAsShipped(directory, Map.of("MUSTER_IMPORTS_CHUNKROWS", "5"));
        app = mailed.app();
        chromium = mailed.chromium();
    }

    @AfterAll
    static void stop() {
        mailed.close();
    }

    @Test
    void aFileOfContactsBecomesAdvocatesLive() throws Exception {
        Path file = directory.resolve("customers.csv");
        ContactFile.Expected expected;
        try (var out = Files.newOutputStream(file)) {
            expected = ContactFile.writeWithDetails(out, 20261122, ROWS, FAULTS_PER_MILLE);
        }
        Page page = chromium.browser().newPage();
        Page elsewhere = chromium.browser().newPage();
        Page list = chromium.browser().newPage();
        var admin = new AdminPages(app, page);
        var colleague = new AdminPages(app, elsewhere);
        var reader = new AdminPages(app, list);
        admin.logIn();
        colleague.logIn();
        colleague.open("/groups");
        colleague.heading("Groups").waitFor();
        reader.logIn();
        reader.open("/advocates?status=not_joined");
        reader.waitForText("No advocates yet", IMPORT_LIMIT_MILLIS);

        admin.chooseFile(file, "%,d rows".formatted(expected.rows()));
        admin.watchShares();
        colleague.watchShares();
        admin.startImport();

        admin.waitUntilDone(IMPORT_LIMIT_MILLIS);
        colleague.waitUntilDone(IMPORT_LIMIT_MILLIS);
        // The list of the empty hub has not waited for anybody to ask.
        admin.waitForText("No one has joined yet.", IMPORT_LIMIT_MILLIS);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Show all [\\d,]+")))
                .click();
        page.waitForURL("**/advocates?*status=all*");
        assertThat(admin.shares())
                .as("shares pushed to the page")
                .hasSizeGreaterThanOrEqualTo(3)
                .isSorted();
        assertThat(colleague.shares())
                .as("shares pushed to a colleague")
                .hasSizeGreaterThanOrEqualTo(3)
                .isSorted();
        seesTheListOpen(list, expected);
        seesWhatHappened(admin, expected);
        findsThePeople(admin, page, expected);
        getsTheSummary(expected);
    }

    /** A list that fills at once draws the rows that are in sight, not all of them. */
    private static void seesTheListOpen(Page list, ContactFile.Expected expected) {
        assertThat(list.getByText("%1$,d of %1$,d contacts not joined".formatted(expected.created())))
                .isVisible();
        assertThat(list.locator("vaadin-grid").getByText("Not Joined").first()).isVisible();
        assertThat((int) list.evaluate("document.querySelector('vaadin-grid').$.items.childElementCount"))
                .isBetween(10, 100);
    }

    private static void seesWhatHappened(AdminPages admin, ContactFile.Expected expected) {
        admin.openImport("customers.csv");
        assertThat(admin.outcomes())
                .isEqualTo(outcomes(expected.created(), expected.updated(), expected.unchanged(), expected.rejected()));
        assertThat(admin.issues())
                .isEqualTo(expected.messages().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().longValue())));
    }

    private static void findsThePeople(AdminPages admin, Page page, ContactFile.Expected expected) {
        admin.open("/advocates?status=not_joined");
        assertThat(page.getByText("%1$,d of %1$,d".formatted(expected.created())))
                .isVisible();
        String somebody = expected.positions().keySet().iterator().next();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Search name, e-mail, company"))
                .fill(somebody);
        assertThat(page.getByText("1 of %,d".formatted(expected.created()))).isVisible();
        assertThat(page.locator("vaadin-grid").getByText(somebody).first()).isVisible();
    }

    private static void getsTheSummary(ContactFile.Expected expected) throws Exception {
        List<MimeMessage> mails = mailed.mails(1);
        assertThat(mails).hasSize(1);
        MimeMessage mail = mails.getFirst();
        assertThat(mail.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("Mara Lindqvist <%s>".formatted(RunningApp.ADMIN_EMAIL));
        assertThat(mail.getSubject())
                .isEqualTo("Your import of customers.csv: %,d added, %,d rejected"
                        .formatted(expected.created(), expected.rejected()));
        Map<String, Long> results = results(attachment((Multipart) mail.getContent()));
        assertThat(results)
                .isEqualTo(outcomes(expected.created(), expected.updated(), expected.unchanged(), expected.rejected()));
    }

    private static Map<String, Long> outcomes(long created, long updated, long unchanged, long rejected) {
        return new TreeMap<>(
                Map.of("Created", created, "Updated", updated, "Unchanged", unchanged, "Rejected", rejected));
    }

    private static Map<String, Long> results(String annotated) throws IOException {
        try (var rows = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(annotated.replaceFirst("^\ufeff", ""))) {
            return rows.stream()
                    .map((NamedCsvRecord row) -> row.getField("Result"))
                    .collect(Collectors.groupingBy(result -> result, TreeMap::new, Collectors.counting()));
        }
    }

    private static String attachment(Multipart mail) throws Exception {
        for (int i = 0; i < mail.getCount(); i++) {
            var part = mail.getBodyPart(i);
            if (Part.ATTACHMENT.equals(part.getDisposition())) {
                return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("The summary has no attachment.");
    }
}
