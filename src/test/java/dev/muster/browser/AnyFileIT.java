package dev.muster.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as people have them, imported through the pages without preparing anything. */
class AnyFileIT {

    private static final double LIMIT_MILLIS = 60_000;

    @TempDir
    static Path directory;

    static RunningApp app;
    static Chromium chromium;

    private Page page;
    private AdminPages admin;

    @BeforeAll
    static void start() throws Exception {
        app = UnpackedJar.get().start(directory, Map.of(), List.of("-Xmx512m"));
        chromium = Chromium.launch();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        app.close();
    }

    @BeforeEach
    void logIn() {
        page = chromium.browser().newPage();
        admin = new AdminPages(app, page);
        admin.logIn();
    }

    @Test
    void aGermanExcelFileNeedsNoPreparation() throws Exception {
        Path file = write("kunden.csv", Charset.forName("windows-1252"), """
                Nachname;Vorname;Firma;E-Mail;Industry\r
                Bäcker;Jörg;Müller & Söhne „Bau“ GmbH;joerg.baecker@mueller.example;Construction\r
                Óskarsdóttir;Ása;Blær hf.;asa@blaer.example;Energy\r
                Straße;Zoë;Façade S.à r.l.;zoe@facade.example;\r
                """);
        admin.chooseFile(file, "3 rows");
        admin.startImport();
        admin.waitUntilDone(LIMIT_MILLIS);

        admin.openImport("kunden.csv");
        assertThat(admin.outcomes()).isEqualTo(Map.of("Created", 3L, "Updated", 0L, "Unchanged", 0L, "Rejected", 0L));
        for (String text : List.of("Jörg Bäcker", "Müller & Söhne „Bau“ GmbH", "Ása Óskarsdóttir", "Façade S.à r.l.")) {
            assertThat(page.locator("vaadin-grid").getByText(text).first()).isVisible();
        }
    }

    @Test
    void theErrorsFileCorrectedAndImportedLeavesNoRejectedRows() throws Exception {
        admin.chooseFile(write("leads.csv", StandardCharsets.UTF_8, """
                        Name,Email,Company
                        Nora Weiss,nora@weiss.example,Weiss AG
                        Otto Kern,otto kern,Kern KG
                        ,ida@lang.example,Lang
                        """), "3 rows");
        admin.startImportThoughMostIsRejected();
        admin.waitUntilDone(LIMIT_MILLIS);
        admin.openImport("leads.csv");
        assertThat(admin.issues()).isEqualTo(Map.of("Email is invalid", 1L, "Name can't be blank", 1L));

        Download download = page.waitForDownload(
                () -> page.getByText("Download errors").first().click());
        String errors = Files.readString(download.path());
        assertThat(errors.lines())
                .containsExactly(
                        "\ufeffName,Email,Company,Messages",
                        "Otto Kern,otto kern,Kern KG,Email is invalid",
                        ",ida@lang.example,Lang,Name can't be blank");
        String corrected = errors.replace("otto kern", "otto@kern.example").replace("\n,ida", "\nIda Lang,ida");
        admin.open("/advocates");
        admin.chooseFile(write("leads-errors.csv", StandardCharsets.UTF_8, corrected), "2 rows");
        admin.startImport();
        admin.waitUntilDone(LIMIT_MILLIS);
        admin.openImport("leads-errors.csv");
        assertThat(admin.outcomes()).isEqualTo(Map.of("Created", 2L, "Updated", 0L, "Unchanged", 0L, "Rejected", 0L));
    }

    @Test
    void aRejectedRowIsFixedWhereItStands() throws Exception {
        admin.chooseFile(write("event.csv", StandardCharsets.UTF_8, """
                        Name,Email
                        Rosa Blum,rosa blum@event.example
                        Kai Horn,kai@event
                        """), "2 rows");
        admin.startImportThoughMostIsRejected();
        admin.waitUntilDone(LIMIT_MILLIS);
        admin.openImport("event.csv");
        admin.button("Fix here").click();
        admin.button("Edit line 2").click();
        page.getByLabel("Email, line 2").waitFor();
        page.keyboard().press("Control+A");
        page.keyboard().type("rosa.blum@event.example");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Email, line 3")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Edit line 3")))
                .isFocused();
        admin.button("Import 1 corrected row").click();

        admin.heading("Corrections of event.csv").waitFor();
        admin.waitForText("Completed", LIMIT_MILLIS);
        assertThat(admin.outcomes()).isEqualTo(Map.of("Created", 1L, "Updated", 0L, "Unchanged", 0L, "Rejected", 0L));
    }

    private static Path write(String name, Charset charset, String text) throws Exception {
        return Files.writeString(directory.resolve(name), text, charset);
    }
}
