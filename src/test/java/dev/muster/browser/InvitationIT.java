package dev.muster.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file of nominees to a member who is in, on the production jar with a real browser and a real mail server. */
class InvitationIT {

    private static final String PASSWORD = "a long enough password";
    private static final Pattern LINK = Pattern.compile("http://\\S+/join/([\\w-]{32})");
    private static final int PEOPLE = 20;

    @TempDir
    static Path directory;

    static MailedApp mailed;
    static RunningApp app;
    static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        mailed = MailedApp.start(directory, Map.of());
        app = mailed.app();
        chromium = mailed.chromium();
    }

    @AfterAll
    static void stop() {
        mailed.close();
    }

    @Test
    void nomineesFromAFileAreInvitedAndJoin() throws Exception {
        // So high that the list shows all twenty: a grid renders what is seen alone.
        var high = new Browser.NewContextOptions().setViewportSize(1280, 1600);
        Page page = chromium.browser().newContext(high).newPage();
        page.setDefaultTimeout(20_000);
        var admin = new AdminPages(app, page);
        admin.logIn();
        importNominees(admin, page);

        Page listPage = page.context().newPage();
        listPage.setDefaultTimeout(20_000);
        var list = new InvitePages(app, listPage);
        list.open();
        list.count(PEOPLE).waitFor();
        Page outbox = page.context().newPage();
        outbox.navigate(app.url("/outbox"));
        upgradesTwo(list);
        invitesFive(list);
        list.count(PEOPLE - 5).waitFor();

        Map<String, String> tokens = tokensOfTheMails();
        assertThat(tokens).hasSize(5);
        // Nobody has reloaded it since the letters were written and went out.
        assertThat(outbox.locator("vaadin-tab").filter(new Locator.FilterOptions().setHasText("Sent")))
                .hasText(Pattern.compile("Sent\\s*6"));
        scannersOpenEach(tokens);

        // The administrator's pages stay as they are from here on.
        admin.open("/advocates?status=all&q=Person+03");
        Locator row =
                page.locator("vaadin-grid").getByText("Not Joined", new Locator.GetByTextOptions().setExact(true));
        assertThat(row).isVisible();
        boxesFollowTheSelection(page);
        Page own = page.context().newPage();
        var profile = new AdminPages(app, own);
        own.navigate(page.locator("vaadin-grid a[href^='advocates/']")
                .first()
                .evaluate("a => a.href")
                .toString());
        profile.button("Not Joined").waitFor();
        page.evaluate("() => { window.notReloaded = true; }");
        own.evaluate("() => { window.notReloaded = true; }");
        listPage.evaluate("() => { window.notReloaded = true; }");

        join(Objects.requireNonNull(tokens.get("person03@customers.example")));
        fiftyJoinAtOnce(Objects.requireNonNull(tokens.get("person04@customers.example")));

        assertThat(page.locator("vaadin-grid").getByText("Joined", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(own.getByText("Joined", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        assertThat(listPage.getByText("%d active contacts, never invited".formatted(PEOPLE - 5)))
                .isVisible();
        listPage.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Remove the filter Invited: Never invited"))
                .click();
        assertThat(listPage.getByText("%d active contacts".formatted(PEOPLE - 2)))
                .isVisible();
        for (Page open : List.of(page, own, listPage)) {
            assertThat(open.evaluate("() => window.notReloaded")).isEqualTo(true);
        }
        groupsAreEffective(own);
        showsTheFunnel(admin, page);
        keepsTheTokensToItself(tokens);
    }

    private static void boxesFollowTheSelection(Page page) {
        Locator box = page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Select Person 03"));
        box.check();
        assertThat(page.getByText("1 selected")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByText("1 selected")).isHidden();
        assertThat(box).not().isChecked();
    }

    private static void importNominees(AdminPages admin, Page page) throws IOException {
        var csv = new StringBuilder("Name,Email,Company\n");
        for (int i = 1; i <= PEOPLE; i++) {
            csv.append("Person %1$02d,person%1$02d@customers.example,Customers\n".formatted(i));
        }
        Path file = directory.resolve("nominees.csv");
        Files.writeString(file, csv);
        for (String group : List.of("EMEA", "Beta")) {
            admin.open("/groups");
            admin.button("Add group").first().click();
            page.getByRole(
                            AriaRole.TEXTBOX,
                            new Page.GetByRoleOptions().setName("Name").setExact(true))
                    .fill(group);
            admin.button("Save").click();
            page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setName(group).setExact(true))
                    .waitFor();
        }
        admin.open("/advocates");
        admin.heading("Advocates").waitFor();
        admin.chooseFile(file, "20 rows");
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Nominees"))
                .check();
        Locator groups = page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Add Imported Advocates to Group(s)"));
        for (String group : List.of("EMEA", "Beta")) {
            groups.fill(group);
            page.getByRole(
                            AriaRole.OPTION,
                            new Page.GetByRoleOptions().setName(group).setExact(true))
                    .click();
        }
        groups.press("Escape");
        admin.startImport();
        admin.waitUntilDone(60_000);
    }

    private static void upgradesTwo(InvitePages list) {
        list.choose("Person 01", "Person 02");
        list.press("Upgrade Only");
        list.page().getByText("Upgrade 2 nominees to advocate?").waitFor();
        assertThat(list.page().getByText("No mail is sent.")).isVisible();
        list.press("Upgrade Only");
        list.page().getByText("2 nominees upgraded").waitFor();
        assertThat(list.box("Person 01")).not().isChecked();
        assertThat(list.box("Person 02")).not().isChecked();
    }

    private static void invitesFive(InvitePages list) {
        list.choose("Person 02", "Person 03", "Person 04", "Person 05", "Person 06");
        list.press("Invite/Upgrade");
        Page page = list.page();
        page.getByText("5 contacts: 1 advocate, 4 nominees who become advocates")
                .waitFor();
        assertThat(page.getByText("5 invitations, under a minute")).isVisible();
        assertThat(page.getByText("Person 02 (1 of 5)")).isVisible();
        assertThat(list.preview()).containsText("Mara Lindqvist invites you to join");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Next contact"))
                .click();
        assertThat(page.getByText("Person 03 (2 of 5)")).isVisible();
        list.press("Send");
        page.getByText("5 invitations queued").waitFor();
    }

    private static Map<String, String> tokensOfTheMails() throws Exception {
        // The summary of the import, and five invitations.
        var tokens = new LinkedHashMap<String, String>();
        for (MimeMessage mail : mailed.mails(6)) {
            if (mail.getSubject().contains("you are invited to")) {
                Matcher link = LINK.matcher(plainText(mail));
                assertThat(link.find()).isTrue();
                String reader = mail.getAllRecipients()[0].toString().replaceAll(".*<|>.*", "");
                assertThat(tokens.put(reader, link.group(1)))
                        .as("a second letter to " + reader)
                        .isNull();
                assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
                assertThat(mail.getReplyTo()[0].toString()).isEqualTo(RunningApp.ADMIN_EMAIL);
                assertThat(mail.getFrom()[0].toString()).startsWith("Mara Lindqvist");
            }
        }
        return tokens;
    }

    private static String plainText(MimeMessage mail) throws Exception {
        var parts = (Multipart) mail.getContent();
        BodyPart text = parts.getBodyPart(0);
        return (String) text.getContent();
    }

    private static void scannersOpenEach(Map<String, String> tokens) throws Exception {
        try (var scanner = HttpClient.newHttpClient()) {
            for (String token : tokens.values()) {
                for (int i = 0; i < 5; i++) {
                    var answer = scanner.send(
                            HttpRequest.newBuilder(URI.create(app.url("/join/" + token)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(answer.body()).contains("Welcome, Person");
                    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
                    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
                }
            }
        }
    }

    /** Joins as a person does who never was here, and sees to it that no request says where it came from. */
    private static void join(String token) {
        try (BrowserContext stranger = chromium.browser().newContext()) {
            Page page = stranger.newPage();
            var referers = new ArrayList<String>();
            page.onRequest(request -> {
                String referer = request.headers().get("referer");
                if (referer != null) {
                    referers.add(referer);
                }
            });
            page.navigate(app.url("/join/" + token));
            assertThat(page.getByLabel("Name")).hasValue("Person 03");
            assertThat(page.getByLabel("Email")).hasValue("person03@customers.example");
            page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(PASSWORD);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join"))
                    .dblclick();
            page.getByText("You are in.").waitFor();
            assertThat(page).hasURL(Pattern.compile(".*/hub\\?joined$"));
            page.getByText("My profile").click();
            assertThat(page.getByLabel("Company")).hasValue("Customers");
            assertThat(referers).noneMatch(referer -> referer.contains(token));

            page.navigate(app.url("/join/" + token));
            assertThat(page.getByText("You have already joined")).isVisible();
        }
    }

    private static void fiftyJoinAtOnce(String token) throws Exception {
        int visitors = 50;
        var start = new CountDownLatch(1);
        var form = "name=Person+04&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(app.url("/join/" + token)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(visitors);
                var client = HttpClient.newHttpClient()) {
            Callable<HttpResponse<String>> visit = () -> {
                start.await();
                return client.send(request, HttpResponse.BodyHandlers.ofString());
            };
            List<Future<HttpResponse<String>>> visits =
                    Stream.generate(() -> threads.submit(visit)).limit(visitors).toList();
            start.countDown();
            for (Future<HttpResponse<String>> one : visits) {
                answers.add(one.get());
            }
        }
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 303).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 200)
                .hasSize(visitors - 1)
                .allMatch(answer -> answer.body().contains("You have already joined"));
    }

    private static void groupsAreEffective(Page profile) {
        profile.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile("Groups.*")))
                .click();
        Locator groups = profile.locator(".profile-groups");
        assertThat(groups).containsText("EMEA");
        assertThat(groups).containsText("Beta");
        assertThat(groups).not().containsText("Pending until they join");
    }

    private static void showsTheFunnel(AdminPages admin, Page page) {
        admin.openImport("nominees.csv");
        assertThat(page.getByRole(
                        AriaRole.IMG,
                        new Page.GetByRoleOptions()
                                .setName("20 imported, 5 invited, 5 delivered, 5 opened the link, 2 joined")))
                .isVisible();
    }

    /** Looks through the log, and through every text of the database once the application has stopped. */
    private static void keepsTheTokensToItself(Map<String, String> tokens) throws Exception {
        String log = app.log();
        assertThat(log).contains("Started Application");
        tokens.values().forEach(token -> assertThat(log).doesNotContain(token));
        app.close();
        try (Connection connection = HubDatabase.open(directory);
                var script = connection.createStatement().executeQuery("SCRIPT")) {
            int statements = 0;
            while (script.next()) {
                statements++;
                String statement = script.getString(1);
                tokens.values().forEach(token -> assertThat(statement).doesNotContain(token));
            }
            assertThat(statements).isGreaterThan(100);
        }
    }
}
