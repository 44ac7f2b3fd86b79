package dev.muster.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a browser with an empty cache takes in: each answer with the bytes that came over the line for it. */
final class PageWeight implements AutoCloseable {

    /** An answer, and what it took, its headers included. */
    record Answer(String path, long bytes) {}

    private final BrowserContext context;
    private final Page page;
    private final Map<String, String> paths = new HashMap<>();
    private final List<Answer> answers = new ArrayList<>();

    PageWeight(Browser browser) {
        context = browser.newContext();
        page = context.newPage();
        CDPSession devtools = context.newCDPSession(page);
        devtools.on(
                "Network.requestWillBeSent",
                event -> paths.put(
                        event.get("requestId").getAsString(),
                        event.getAsJsonObject("request")
                                .get("url")
                                .getAsString()
                                .replaceFirst("^https?://[^/]+", "")));
        devtools.on("Network.loadingFinished", event -> {
            String path = paths.get(event.get("requestId").getAsString());
            if (path != null && !path.startsWith("data:")) {
                answers.add(new Answer(path, event.get("encodedDataLength").getAsLong()));
            }
        });
        devtools.send("Network.enable");
    }

    Page page() {
        return page;
    }

    /** Opens the page and waits until {@code selector} is there and nothing more is asked for. */
    void open(String url, String selector) {
        page.navigate(url);
        settle(selector);
    }

    void settle(String selector) {
        page.waitForSelector(selector);
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    long bytes() {
        return answers.stream().mapToLong(Answer::bytes).sum();
    }

    int requests() {
        return answers.size();
    }

    /** Returns the heaviest answers, one a line. */
    String heaviest(int most) {
        var text = new StringBuilder();
        answers.stream()
                .sorted(Comparator.comparingLong(Answer::bytes).reversed())
                .limit(most)
                .forEach(answer -> text.append("    %,9d  %s%n".formatted(answer.bytes(), shortened(answer.path()))));
        return text.toString();
    }

    private static String shortened(String path) {
        String plain = Objects.requireNonNull(path);
        return plain.length() <= 90 ? plain : plain.substring(0, 90);
    }

    @Override
    public void close() {
        context.close();
    }
}
