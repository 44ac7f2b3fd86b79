package dev.muster.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What an administrator does on the pages, found by the words that people see. */
public final class AdminPages {

    /** Collects each share of an import that the page shows, however short it stands there. */
    private static final String WATCH_SHARES = """
            () => {
              window.shares = [];
              const look = () => {
                const found = /Importing (\\d+) %/.exec(document.body.innerText);
                if (found && window.shares.at(-1) !== Number(found[1])) window.shares.push(Number(found[1]));
              };
              new MutationObserver(look).observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true});
            }""";

    private final RunningApp app;
    private final Page page;

    public AdminPages(RunningApp app, Page page) {
        this.app = app;
        this.page = page;
    }

    public void logIn() {
        logIn(RunningApp.ADMIN_EMAIL);
    }

    /** Logs in as another administrator with the same password. */
    public void logIn(String email) {
        page.navigate(app.url("/login"));
        page.getByLabel("Email").first().fill(email);
        page.getByLabel("Password").first().fill(RunningApp.ADMIN_PASSWORD);
        button("Log in").click();
        page.waitForURL("**/advocates");
        heading("Advocates").waitFor();
    }

    /** Goes the way of the menu: Actions, Import Advocates (CSV), Choose File; ends when the file was looked through. */
    public void chooseFile(Path file, String rows) {
        choose("Import Advocates (CSV)");
        FileChooser chooser =
                page.waitForFileChooser(() -> button("Choose File").click());
        chooser.setFiles(file);
        page.getByText(rows)
                .filter(new Locator.FilterOptions().setVisible(true))
                .first()
                .waitFor();
    }

    /** Chooses an entry of the menu {@code Actions}. */
    public void choose(String action) {
        page.locator("vaadin-menu-bar-button", new Page.LocatorOptions().setHasText("Actions"))
                .first()
                .click();
        page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName(action))
                .click();
    }

    /** Starts to watch the shares that {@link #shares} returns. */
    public void watchShares() {
        page.evaluate(WATCH_SHARES);
    }

    /** Starts an import of which the check found more than half rejected, once it has: then the dialog asks. */
    void startImportThoughMostIsRejected() {
        page.locator(".imp-count-rejected").first().waitFor();
        button("Import").click();
        // Whoever presses Enter without reading looks first.
        assertThat(button("Look at the check")).isFocused();
        button("Import anyway").click();
        page.locator("vaadin-dialog[opened]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** Presses Import; the dialog closes and the import goes on by itself. */
    public void startImport() {
        button("Import").click();
        page.locator("vaadin-dialog[opened]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** Waits until the chip at the top says that the import is done, without touching the page. */
    public void waitUntilDone(double millis) {
        page.getByText("Import done").first().waitFor(new Locator.WaitForOptions().setTimeout(millis));
    }

    /** Waits until the chip at the top says that at least so many percent are done. */
    public void waitForShare(int percent, double millis) {
        String shares =
                IntStream.range(percent, 100).mapToObj(Integer::toString).collect(Collectors.joining("|"));
        page.getByText(Pattern.compile("Importing (%s) %%".formatted(shares)))
                .first()
                .waitFor(new Locator.WaitForOptions().setTimeout(millis));
    }

    /** Returns the shares that stood on the page since {@link #watchShares}, in percent. */
    @SuppressWarnings("unchecked") // what the script collects are whole numbers
    public List<Integer> shares() {
        return (List<Integer>) page.evaluate("() => window.shares");
    }

    /** Waits until {@code text} stands on the page. */
    public void waitForText(String text, double millis) {
        page.getByText(text, new Page.GetByTextOptions().setExact(true))
                .filter(new Locator.FilterOptions().setVisible(true))
                .first()
                .waitFor(new Locator.WaitForOptions().setTimeout(millis));
    }

    /** Opens the page of the newest import of this file, by the list of imports. */
    public void openImport(String fileName) {
        open("/imports");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(fileName).setExact(true))
                .first()
                .click();
        heading(fileName).waitFor();
    }

    public void open(String path) {
        page.navigate(app.url(path));
    }

    public Locator heading(String text) {
        return page.getByRole(
                AriaRole.HEADING, new GetByRoleOptions().setName(text).setExact(true));
    }

    public Locator button(String text) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(text).setExact(true));
    }

    /** Returns the numbers of the Outcome card on the page of an import, by the name of the outcome. */
    public Map<String, Long> outcomes() {
        return numbers(page.locator(".imp-outcome button"));
    }

    /** Returns the numbers of the Issues card on the page of an import, by the message. */
    public Map<String, Long> issues() {
        return numbers(page.locator(".imp-issues button"));
    }

    private static Map<String, Long> numbers(Locator buttons) {
        buttons.first().waitFor();
        var numbers = new TreeMap<String, Long>();
        for (Locator button : buttons.all()) {
            String name = button.locator(".imp-toggle-text").innerText();
            String number = button.locator(".imp-strong").innerText();
            numbers.put(name, Long.valueOf(number.replace(",", "")));
        }
        return numbers;
    }
}
