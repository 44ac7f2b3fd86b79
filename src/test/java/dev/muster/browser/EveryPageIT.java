package dev.muster.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.muster.testing.ContactFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page and pop-up on a desk and on a phone, in light and in dark: each has a title and one heading, nothing sticks
 * out at the side, the browser logs no error and axe finds no fault. What they look like lies in {@code target/screens}.
 */
class EveryPageIT {

    private static final int ROWS = 400;
    private static final int FAULTS_PER_MILLE = 60;
    private static final double IMPORT_LIMIT_MILLIS = 60_000;

    /** Pages of an administrator, by the name of their picture. */
    private static final List<Look.Place> PAGES = List.of(
            new Look.Place("advocates", "/advocates"),
            new Look.Place("advocates-not-joined", "/advocates?status=not_joined"),
            new Look.Place("advocates-nominees", "/advocates?status=nominees"),
            new Look.Place("advocates-all", "/advocates?status=all"),
            new Look.Place("advocates-none-found", "/advocates?q=nobody-is-called-so"),
            new Look.Place("profile", "/advocates/1"),
            new Look.Place("invite-list", "/invite-list"),
            new Look.Place("imports", "/imports"),
            new Look.Place("groups", "/groups"),
            new Look.Place("profile-fields", "/profile-fields"),
            new Look.Place("email", "/email"),
            new Look.Place("outbox", "/outbox"),
            new Look.Place("admins", "/admins"),
            new Look.Place("api-tokens", "/api-tokens"),
            new Look.Place("audit-log", "/audit-log"),
            new Look.Place("account", "/account"),
            new Look.Place("not-found", "/nowhere"),
            new Look.Place("forbidden", "/hub"));

    /** Pages for everybody. */
    private static final List<Look.Place> DOORS = List.of(
            new Look.Place("login", "/login"),
            new Look.Place("login-failed", "/login?error"),
            new Look.Place("forgot-password", "/forgot-password"),
            new Look.Place("reset-unknown", "/password-reset?key=unknown"),
            new Look.Place("setup-used", "/setup?key=used"),
            new Look.Place("join-unknown", "/join/unknown"),
            new Look.Place("join-group", "/join/g/emea"));

    @TempDir
    static Path directory;

    static RunningApp app;
    static Chromium chromium;
    static String importPath = "";

    @BeforeAll
    static void start() throws Exception {
        app = UnpackedJar.get().start(directory, Map.of("MUSTER_DEMO", "true"), List.of("-Xmx512m"));
        chromium = Chromium.launch();
        Path file = directory.resolve("customers.csv");
        ContactFile.Expected expected;
        try (var out = Files.newOutputStream(file)) {
            expected = ContactFile.writeWithDetails(out, 20261126, ROWS, FAULTS_PER_MILLE);
        }
        try (Page page = chromium.browser().newPage()) {
            var admin = new AdminPages(app, page);
            admin.logIn();
            admin.chooseFile(file, "%,d rows".formatted(expected.rows()));
            admin.startImport();
            admin.waitUntilDone(IMPORT_LIMIT_MILLIS);
            admin.openImport("customers.csv");
            importPath = URI.create(page.url()).getPath();
        }
    }

    @AfterAll
    static void stop() {
        chromium.close();
        app.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {Look.DESK, Look.PHONE})
    void pages(int width) {
        try (BrowserContext context = context(width)) {
            Page page = context.newPage();
            var admin = new AdminPages(app, page);
            admin.logIn();
            var look = new Look(page, width);
            PAGES.forEach(place -> look.at(app, place));
            look.at(app, new Look.Place("import", importPath));
            assertThat(look.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Look.DESK, Look.PHONE})
    void pagesForEverybody(int width) {
        try (BrowserContext context = context(width)) {
            var look = new Look(context.newPage(), width);
            DOORS.forEach(place -> look.at(app, place));
            assertThat(look.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Look.DESK, Look.PHONE})
    void popUps(int width) {
        try (BrowserContext context = context(width)) {
            Page page = context.newPage();
            var admin = new AdminPages(app, page);
            admin.logIn();
            var look = new Look(page, width);

            admin.choose("Add Advocate");
            look.closely("add-advocate");
            admin.button("Add Advocate").click();
            page.getByText("Name can't be blank").first().waitFor();
            look.closely("add-advocate-refused");

            open(page, "/imports", "Import Advocates (CSV)");
            look.closely("import-dialog");
            open(page, "/invite-list", "Click here to generate a group invite URL");
            look.closely("group-urls");
            page.navigate(app.url("/advocates?status=not_joined"));
            page.locator("vaadin-grid a[href^='advocates/']").first().click();
            page.waitForURL("**/advocates/*");
            admin.button("Not Joined").click();
            page.getByText("Resend invitation code myself").waitFor();
            look.closely("not-joined");
            open(page, "/groups", "Add group");
            look.closely("add-group");
            open(page, "/profile-fields", "Add field");
            look.closely("add-field");
            open(page, "/admins", "Add admin");
            look.closely("add-admin");
            open(page, "/api-tokens", "New token");
            look.closely("new-token");
            assertThat(look.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Look.DESK, Look.PHONE})
    void loggedOut(int width) {
        try (BrowserContext context = context(width)) {
            Page page = context.newPage();
            new AdminPages(app, page).logIn();
            var look = new Look(page, width);

            context.clearCookies();
            page.getByRole(AriaRole.TAB).nth(1).click();
            page.waitForFunction("() => document.activeElement.matches('[role=alertdialog] [role=button]')");
            look.closely("logged-out");
            page.keyboard().press("Enter");
            page.waitForURL("**/login");

            assertThat(look.faults()).isEmpty();
        }
    }

    @Test
    void theFocusGoesBackToWhereItCameFrom() {
        try (BrowserContext context = context(Look.DESK)) {
            Page page = context.newPage();
            var admin = new AdminPages(app, page);
            admin.logIn();
            admin.open("/groups");
            admin.button("Add group").focus();
            page.keyboard().press("Enter");
            admin.heading("Add group").waitFor();
            page.keyboard().press("Escape");

            page.waitForFunction("() => document.activeElement.textContent.trim() === 'Add group'");
        }
    }

    @Test
    void whatTurnsWhileTheConnectionIsLostHasTheColourOfTheWords() {
        try (BrowserContext context = context(Look.DESK)) {
            Page page = context.newPage();
            new AdminPages(app, page).logIn();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            page.evaluate("() => { window.Vaadin.connectionState.state = 'reconnecting'; }");
            page.locator("vaadin-connection-indicator .active").waitFor();

            assertThat(page.evaluate("""
                    () => {
                      const words = document.querySelector('vaadin-connection-indicator .text');
                      return getComputedStyle(words, '::before').borderTopColor === getComputedStyle(words).color;
                    }""")).isEqualTo(true);
        }
    }

    private static void open(Page page, String path, String button) {
        page.navigate(app.url(path));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    private static BrowserContext context(int width) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, Look.HEIGHT)
                        .setReducedMotion(ReducedMotion.REDUCE));
    }
}
