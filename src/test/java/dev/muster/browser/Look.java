package dev.muster.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks at pages of one width in both colour schemes, takes their pictures and notes what is wrong. */
final class Look {

    static final int DESK = 1280;
    static final int PHONE = 390;
    static final int HEIGHT = 844;

    private static final Path PICTURES = Path.of("target", "screens");

    /**
     * What the server has answered stands on the page, every list has its rows, and no colour is on its way to another:
     * inside components it is, however little movement the browser asks for.
     */
    private static final String IS_STILL = """
            () => {
              const inside = (root) => [...root.querySelectorAll('*')].flatMap((each) => each.shadowRoot ?? []);
              const isChanging = (root) => root.getAnimations().some((each) => each instanceof CSSTransition)
                || inside(root).some(isChanging);
              return document.readyState === 'complete'
                && Object.values(window.Vaadin?.Flow?.clients ?? {}).every((client) => !client.isActive?.())
                && [...document.querySelectorAll('vaadin-grid')].every((grid) => !grid.hasAttribute('loading'))
                && !isChanging(document);
            }""";

    private static final String STICKS_OUT = "() => document.documentElement.scrollWidth > innerWidth";

    /** What is pressed on a phone is 44 px high; links in sentences and rows are not meant. */
    private static final String TOO_LOW = """
            () => [...document.querySelectorAll(`vaadin-button, vaadin-menu-bar-button, vaadin-upload-button, vaadin-tab,
                vaadin-checkbox, vaadin-radio-button, vaadin-select, vaadin-text-field, vaadin-combo-box, .select-row,
                .imp-link, .door-body > a, button:not(.skip-link)`)]
              .filter((control) => control.checkVisibility({ visibilityProperty: true })
                && control.getBoundingClientRect().height > 0 && control.getBoundingClientRect().height < 43.5)
              .map((control) => control.localName + ' ' + (control.textContent || control.ariaLabel || '').trim())
              .join(', ')""";

    /** Where the name in a row leads, a finger finds it, though the words are not as high. */
    private static final String LINKS_TOO_LOW = """
            () => [...document.querySelectorAll('vaadin-grid a')].filter((link) => {
                const box = link.getBoundingClientRect();
                const x = box.left + Math.min(box.width / 2, 20);
                const leads = (y) => link.contains(document.elementFromPoint(x, y));
                let top = box.top + box.height / 2;
                let bottom = top;
                if (!leads(top)) return false; // under something else, or out of sight
                while (leads(top - 1)) top--;
                while (leads(bottom + 1)) bottom++;
                const list = link.closest('vaadin-grid').getBoundingClientRect();
                const isCutOff = bottom > Math.min(innerHeight, list.bottom) - 3;
                return bottom - top < 43 && !isCutOff;
              }).map((link) => 'link ' + link.textContent.trim()).join(', ')""";

    /** In the shell the page alone scrolls, and never the window under it; pages of members have no shell. */
    private static final String WINDOW_SCROLLS = """
            () => !!document.querySelector('vaadin-app-layout .page')
              && document.documentElement.scrollHeight > innerHeight""";

    /** The browser's own words about a page whose status is not 200; the status is meant. */
    private static final Pattern STATUS_OF_PAGE =
            Pattern.compile("Failed to load resource: the server responded with a status of (404|422).*");

    private final Page page;
    private final int width;
    private final List<String> faults = new ArrayList<>();
    private String place = "";

    /** An address, and what the pictures of it are called. */
    record Place(String name, String path) {}

    Look(Page page, int width) {
        this.page = page;
        this.width = width;
        page.onConsoleMessage(this::hear);
        page.onPageError(error -> note("script failed: " + error));
    }

    boolean isPhone() {
        return width == PHONE;
    }

    /** Opens {@code next} and looks at it; it needs one heading and a title. */
    void at(RunningApp app, Place next) {
        place = next.name();
        page.navigate(app.url(next.path()));
        page.waitForFunction(IS_STILL);
        var headings = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
        headings.first().waitFor();
        if (headings.count() != 1) {
            note("has %d headings of the first level".formatted(headings.count()));
        }
        if (page.title().isBlank()) {
            note("has no title");
        }
        closely(next.name());
    }

    /** Looks at what stands on the page now. */
    void closely(String name) {
        place = name;
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.waitForFunction(IS_STILL);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(
                            "%s-%d-%s.png".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT)))));
            if ((Boolean) page.evaluate(STICKS_OUT)) {
                note("sticks out at the side");
            }
            if ((Boolean) page.evaluate(WINDOW_SCROLLS)) {
                note("the window scrolls under the page");
            }
            if (isPhone()) {
                noteLow(page.evaluate(TOO_LOW).toString());
                noteLow(page.evaluate(LINKS_TOO_LOW).toString());
            }
            if (scheme == ColorScheme.LIGHT || width == DESK) {
                axe(scheme).analyze().getViolations().forEach(rule -> note("%s: %s".formatted(scheme, describe(rule))));
            }
        }
    }

    private void noteLow(String low) {
        if (!low.isEmpty()) {
            note("too low for a finger: " + low);
        }
    }

    /** Between the schemes nothing changes but colours, so the second look asks for these alone, and of one width. */
    @SuppressWarnings("deprecation") // the way without a second browser page for each look; no page has foreign frames
    private AxeBuilder axe(ColorScheme scheme) {
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
        return scheme == ColorScheme.LIGHT ? axe : axe.withRules(List.of("color-contrast"));
    }

    /** Returns what was wrong, each with the place; empty where nothing was. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    private void hear(ConsoleMessage message) {
        if ("error".equals(message.type())
                && !STATUS_OF_PAGE.matcher(message.text()).matches()) {
            note("console: " + message.text());
        }
    }

    private void note(String fault) {
        faults.add("%s (%d): %s".formatted(place, width, fault));
    }

    private static String describe(Rule rule) {
        String nodes = rule.getNodes().stream()
                .map(node -> node.getTarget() + " " + node.getFailureSummary())
                .collect(Collectors.joining(", "));
        return "%s (%s) at %s".formatted(rule.getId(), rule.getHelp(), nodes);
    }
}
