package dev.muster.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import dev.muster.bench.HubClient;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages that an invitation leads over, with everything that can have become of one, held to the same as
 * {@link EveryPageIT}. What they look like lies in {@code target/screens}.
 */
class InvitationPagesIT {

    private static final Pattern LINK = Pattern.compile("http://\\S+/join/([\\w-]{32})");
    private static final Pattern OPT_OUT = Pattern.compile("(/opt-out/[^>\\s]+)");
    private static final String PASSWORD = "a long enough password";
    private static final Page.GetByLabelOptions EXACTLY = new Page.GetByLabelOptions().setExact(true);
    private static final long MAIL_LIMIT_MILLIS = 60_000;

    private static final List<String> PEOPLE = List.of(
            "José Álvarez",
            "Used Up",
            "Rita Replaced",
            "Rosa Revoked",
            "Ezra Expired",
            "Bo Bounced",
            "Uma Unknown",
            "Otto Out",
            "Desk Member",
            "Phone Member");

    @TempDir
    static Path directory;

    static final GreenMail mailServer = MailedApp.mailServer();
    static final Map<String, String> tokens = new HashMap<>();
    static RunningApp app;
    static Chromium chromium;
    static String importPath = "";
    static String optOutPath = "";

    @BeforeAll
    static void start() throws Exception {
        mailServer.start();
        invitesPeople();
        muchHappensToThem();
        app = startApp();
        chromium = Chromium.launch();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        app.close();
        mailServer.stop();
    }

    @ParameterizedTest
    @ValueSource(ints = {Look.DESK, Look.PHONE})
    void pagesOfTheAdministrator(int width) {
        try (BrowserContext context = context(width)) {
            Page page = context.newPage();
            var admin = new AdminPages(app, page);
            admin.logIn();
            var look = new Look(page, width);

            look.at(app, new Look.Place("invite-list-invited", "/invite-list?invited=invited"));
            look.at(app, new Look.Place("invite-list-archived", "/invite-list?status=archived"));
            look.at(app, new Look.Place("invite-list-locked", "/invite-list?status=locked"));
            inviteDialog(look, page);
            page.navigate(app.url("/invite-list"));
            button(page, "Click here to generate a group invite URL").click();
            button(page, "QR code of APAC").first().click();
            assertThat(page.locator(".qr-code path").first().boundingBox().width)
                    .as("a code that a camera can read")
                    .isGreaterThan(150);
            look.closely("group-urls-qr");
            profile(look, page);
            look.at(app, new Look.Place("import-funnel", importPath));
            look.at(app, new Look.Place("outbox-all", "/outbox"));
            page.getByText("bo.bounced@").first().click();
            look.closely("outbox-mail");
            for (String tab : List.of("invitation", "reminders", "summary")) {
                look.at(app, new Look.Place("email-" + tab, "/email?tab=" + tab));
            }
            page.navigate(app.url("/groups"));
            page.locator("vaadin-grid a[href^='groups/']").first().click();
            page.getByText("Invite URL").first().waitFor();
            look.closely("group-funnel");
            bulk(look, page);

            assertThat(look.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Look.DESK, Look.PHONE})
    void pagesOfThoseWhoAreInvited(int width) {
        try (BrowserContext context = context(width)) {
            Page page = context.newPage();
            var look = new Look(page, width);
            look.at(app, new Look.Place("join", join("José Álvarez")));
            page.getByLabel("Password", EXACTLY).fill("much too plain password");
            look.closely("join-strength");
            page.getByLabel("Password", EXACTLY).fill("short");
            button(page, "Join").click();
            page.locator("[aria-invalid]").first().waitFor();
            look.closely("join-refused");
            look.at(app, new Look.Place("join-used", join("Used Up")));
            look.at(app, new Look.Place("join-replaced", join("Rita Replaced")));
            look.at(app, new Look.Place("join-expired", join("Ezra Expired")));
            button(page, "Ask for a new invitation").click();
            page.getByText("Check your mail").waitFor();
            look.closely("join-asked");
            look.at(app, new Look.Place("join-revoked", join("Rosa Revoked")));
            look.at(app, new Look.Place("opt-out", optOutPath));
            button(page, "Stop these mails").click();
            page.getByText("You get no more mail").waitFor();
            look.closely("opted-out");

            page.navigate(app.url(join(width == Look.DESK ? "Desk Member" : "Phone Member")));
            page.getByLabel("Password", EXACTLY).fill(PASSWORD);
            button(page, "Join").click();
            page.getByText("You are in.").waitFor();
            look.closely("hub");
            look.at(app, new Look.Place("hub-profile", "/hub/profile"));

            assertThat(look.faults()).isEmpty();
        }
    }

    private static void inviteDialog(Look look, Page page) {
        page.navigate(app.url("/invite-list"));
        if (look.isPhone()) {
            button(page, "Filter (1)").click();
            button(page, "Show the list").waitFor();
            look.closely("invite-list-filter");
            button(page, "Show the list").click();
        }
        page.locator("vaadin-grid .select-row input").first().check();
        page.locator("vaadin-grid .select-row input").nth(1).check();
        look.closely("invite-list-chosen");
        button(page, "Invite/Upgrade").locator("visible=true").last().click();
        page.getByText("Groups to join").waitFor();
        look.closely("invite-dialog");
        if (look.isPhone()) {
            button(page, "Preview").click();
            look.closely("invite-dialog-preview");
        }
        button(page, "Cancel").click();
        button(page, "Upgrade Only").locator("visible=true").last().click();
        page.getByText("No mail is sent.").waitFor();
        look.closely("upgrade-only");
        button(page, "Cancel").click();
    }

    private static void profile(Look look, Page page) {
        page.navigate(app.url("/advocates?status=not_joined&q=bounced"));
        page.locator("vaadin-grid a[href^='advocates/']").first().click();
        page.waitForURL("**/advocates/*");
        button(page, "Not Joined").click();
        page.getByText("Resend invitation code myself").waitFor();
        look.closely("not-joined-bounced");
        page.keyboard().press("Escape");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Emails"))
                .click();
        button(page, "Resend").waitFor();
        look.closely("profile-emails");
        button(page, "Resend").click();
        page.getByText("Send 1 new invitation?").waitFor();
        look.closely("resend");
        button(page, "Cancel").click();
    }

    private static void bulk(Look look, Page page) {
        page.navigate(app.url("/advocates?status=all"));
        for (int i = 0; i < 4; i++) {
            page.locator("vaadin-grid .select-row input").nth(i).check();
        }
        look.closely("advocates-selected");
        button(page, "Invite").click();
        page.getByText("Invite 4 members?").waitFor();
        look.closely("bulk-invite");
        button(page, "Cancel").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String join(String name) {
        return "/join/" + tokens.get(address(name));
    }

    private static String address(String name) {
        return name.toLowerCase(Locale.ROOT).replace("é", "e").replace("á", "a").replace(' ', '.')
                + "@customers.example";
    }

    private static void invitesPeople() throws Exception {
        var csv = new StringBuilder("Name,Email,Company\n");
        PEOPLE.forEach(name -> csv.append("%s,%s,Customers\n".formatted(name, address(name))));
        Path file = Files.writeString(directory.resolve("invited.csv"), csv);
        try (RunningApp first = startApp();
                var client = new HubClient(first)) {
            String path = client.upload(file, Map.of("invite", "true", "groups", "APAC"));
            importPath = path.replace("/api/v1", "");
            mailServer.waitForIncomingEmail(MAIL_LIMIT_MILLIS, PEOPLE.size() + 1);
        }
        for (MimeMessage mail : mailServer.getReceivedMessages()) {
            if (mail.getContent() instanceof Multipart parts) {
                Matcher link = LINK.matcher(parts.getBodyPart(0).getContent().toString());
                String reader = mail.getAllRecipients()[0].toString().replaceAll(".*<|>.*", "");
                if (link.find()) {
                    tokens.put(reader, link.group(1));
                }
                if (reader.equals(address("Otto Out"))) {
                    Matcher optOut = OPT_OUT.matcher(mail.getHeader("List-Unsubscribe")[0]);
                    assertThat(optOut.find()).isTrue();
                    optOutPath = optOut.group(1);
                }
            }
        }
        assertThat(tokens).hasSize(PEOPLE.size());
    }

    /** As time, admins and mail servers would do it. */
    private static void muchHappensToThem() throws Exception {
        try (Connection database = HubDatabase.open(directory)) {
            change(database, "invitation", "state = 'USED', ended_at = created_at", "Used Up");
            change(database, "invitation", "state = 'REPLACED', ended_at = created_at", "Rita Replaced");
            change(database, "invitation", "state = 'REVOKED', ended_at = created_at", "Rosa Revoked");
            change(database, "invitation", "expires_at = TIMESTAMP '2026-01-05 08:00:00'", "Ezra Expired");
            change(database, "mail", "state = 'BOUNCED', server_reply = '550 5.1.1 No such user here'", "Bo Bounced");
            change(database, "mail", "state = 'UNKNOWN'", "Uma Unknown");
        }
    }

    private static void change(Connection database, String table, String what, String name) throws Exception {
        try (var statement = database.prepareStatement(
                "UPDATE %s SET %s WHERE member_id = (SELECT id FROM member WHERE name = ?)".formatted(table, what))) {
            statement.setString(1, name);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static RunningApp startApp() throws Exception {
        var settings = new HashMap<>(MailedApp.mailingTo(mailServer));
        settings.put("MUSTER_DEMO", "true");
        settings.put("MUSTER_API_TOKEN", HubClient.TOKEN);
        return UnpackedJar.get().start(directory, settings, List.of("-Xmx512m"));
    }

    private static BrowserContext context(int width) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, Look.HEIGHT)
                        .setReducedMotion(ReducedMotion.REDUCE));
    }
}
