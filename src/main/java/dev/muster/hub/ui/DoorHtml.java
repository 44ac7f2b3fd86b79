package dev.muster.hub.ui;

import dev.muster.common.Catalogue;
import dev.muster.common.HubSettings;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Pages for people who have nothing but a link, as plain HTML: whoever opens one, a person or a mail scanner, gets no
 * session, and needs no script.
 */
@Component
class DoorHtml {

    private final HubSettings hub;
    private final Catalogue texts;

    DoorHtml(HubSettings hub, Catalogue texts) {
        this.hub = hub;
        this.texts = texts;
    }

    /**
     * What one page says.
     *
     * @param body HTML, in which everything that people entered is escaped
     */
    record Door(HttpStatus status, String title, String body) {}

    /** Returns {@code text} so that the page shows it as it is. */
    static String escape(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    /** Returns the text of {@code key}, escaped. */
    String text(String key, Object... arguments) {
        return escape(texts.text(key, arguments));
    }

    String hubName() {
        return hub.company().orElseGet(() -> texts.text("common.brand"));
    }

    ResponseEntity<String> page(Door door) {
        String name = escape(hubName());
        String page = """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1">
                <meta name="robots" content="noindex">
                <meta name="referrer" content="no-referrer">
                <title>%1$s | %2$s</title>
                <link rel="icon" href="/icons/mark.svg">
                <link rel="stylesheet" href="/aura/aura.css">
                <link rel="stylesheet" href="/styles.css">
                <link rel="stylesheet" href="/door.css">
                <link rel="stylesheet" href="/hub.css">
                <link rel="stylesheet" href="/phone.css">
                <script src="/join.js" defer></script>
                </head>
                <body>
                <main class="door">
                <div class="door-card">
                <div class="brand"><span class="mark mark-text" aria-hidden="true">%3$s</span>\
                <span class="brand-name">%2$s</span></div>
                <div class="door-body">
                %4$s
                </div>
                </div>
                </main>
                </body>
                </html>
                """.formatted(escape(door.title()), name, escape(initials(hubName())), door.body());
        return ResponseEntity.status(door.status())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page);
    }

    /** A card with a sentence and, where there is one, a way on. */
    Door card(HttpStatus status, String icon, String key, String sentence, String wayOn) {
        String body = """
                <div class="door-state door-state-%1$s"><svg aria-hidden="true" width="22" height="22">\
                <use href="/icons/icons.svg#%1$s"></use></svg></div>
                <h1>%2$s</h1>
                <p>%3$s</p>
                %4$s
                """.formatted(icon, text(key), sentence, wayOn);
        return new Door(status, texts.text(key), body);
    }

    String logIn() {
        return "<a class=\"door-button door-primary\" href=\"/login\">" + text("security.login.title") + "</a>";
    }

    private static String initials(String name) {
        StringBuilder letters = new StringBuilder();
        for (String word : name.strip().split("\\s+", 3)) {
            if (!word.isEmpty() && letters.length() < 2) {
                letters.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        return letters.toString();
    }
}
