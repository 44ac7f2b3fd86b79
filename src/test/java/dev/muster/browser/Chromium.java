package dev.muster.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A headless Chromium: the one of the environment variable {@code CHROMIUM}, one that the machine has, or one that its
 * package manager installs. Closing it ends the browser.
 */
public final class Chromium implements AutoCloseable {

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static final List<String> QUIET_AND_OFFLINE = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts a browser; throws an {@link IllegalStateException} that says what to install where there is none. */
    public static Chromium launch() {
        Path executable = find().or(Chromium::install)
                .orElseThrow(() -> new IllegalStateException(
                        "The browser tests need Chromium or Chrome. Install one (Debian, Ubuntu: apt-get install chromium)"
                                + " or name it in the environment variable CHROMIUM."));
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(QUIET_AND_OFFLINE));
        return new Chromium(playwright, browser);
    }

    public Browser browser() {
        return browser;
    }

    private static Optional<Path> find() {
        String named = System.getenv("CHROMIUM");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return USUAL_PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> install() {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return Optional.empty();
        }
        try {
            var installation = new ProcessBuilder("sh", "-c", "apt-get update -qq && apt-get install -y -qq chromium")
                    .inheritIO()
                    .start();
            boolean done = installation.waitFor(5, TimeUnit.MINUTES);
            return done && installation.exitValue() == 0 ? find() : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("Chromium could not be installed.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
