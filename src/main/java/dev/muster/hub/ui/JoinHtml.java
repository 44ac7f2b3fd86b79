package dev.muster.hub.ui;

import dev.muster.common.Catalogue;
import dev.muster.invitations.JoinOutcome;
import dev.muster.invitations.Welcome;
import dev.muster.security.PasswordRule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How the pages behind a personal link read. */
@Component
class JoinHtml {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final JoinOutcome.Refused NOTHING_WRONG = new JoinOutcome.Refused("", "");

    private final DoorHtml door;
    private final Catalogue texts;

    JoinHtml(DoorHtml door, Catalogue texts) {
        this.door = door;
        this.texts = texts;
    }

    ResponseEntity<String> welcome(Welcome welcome, String token) {
        return switch (welcome) {
            case Welcome.Open open -> form(open, token, open.name(), NOTHING_WRONG);
            case Welcome.Used used ->
                door.page(door.card(
                        HttpStatus.OK,
                        "check-circle",
                        "hub.join.used",
                        door.text("hub.join.used-text", day(used.at())),
                        door.logIn()));
            case Welcome.Replaced replaced ->
                door.page(door.card(
                        HttpStatus.OK,
                        "refresh",
                        "hub.join.replaced",
                        door.text("hub.join.replaced-text", day(replaced.at()), door.hubName()),
                        newLink(token, "hub.join.replaced-way")));
            case Welcome.Expired expired ->
                door.page(door.card(
                        HttpStatus.OK,
                        "clock",
                        "hub.join.expired",
                        door.text("hub.join.expired-text", day(expired.at())),
                        newLink(token, "hub.join.expired-way")));
            case Welcome.Unknown _ -> unknown();
        };
    }

    ResponseEntity<String> unknown() {
        return door.page(door.card(
                HttpStatus.NOT_FOUND,
                "info",
                "hub.join.unknown",
                door.text("hub.join.unknown-text"),
                "<a href=\"/login\">" + door.text("security.login.title") + "</a>"));
    }

    ResponseEntity<String> refused(Welcome welcome, String token, String name, JoinOutcome.Refused refused) {
        return welcome instanceof Welcome.Open open ? form(open, token, name, refused) : welcome(welcome, token);
    }

    ResponseEntity<String> onItsWay() {
        return door.page(door.card(HttpStatus.OK, "mail", "hub.join.check-mail", door.text("hub.join.on-its-way"), ""));
    }

    ResponseEntity<String> tooMany() {
        return door.page(door.card(
                HttpStatus.TOO_MANY_REQUESTS, "clock", "hub.join.too-many", door.text("hub.join.too-many-text"), ""));
    }

    private ResponseEntity<String> form(Welcome.Open open, String token, String name, JoinOutcome.Refused refused) {
        String firstName = open.name().strip().split("\\s+", 2)[0];
        boolean isRefused = !refused.equals(NOTHING_WRONG);
        String body = """
                <h1>%s</h1>
                <p class="muted">%s</p>
                <form class="door-plain" method="post" action="/join/%s" novalidate>
                %s%s%s
                <p class="strength" id="strength" data-words="%s"><span class="strength-bar" aria-hidden="true">\
                <span></span><span></span><span></span><span></span></span><span role="status"></span></p>
                <button class="door-button door-primary" type="submit" data-busy="%s">%s</button>
                </form>
                <p class="muted small">%s</p>
                """.formatted(
                        door.text("hub.join.welcome", firstName),
                        door.text("hub.join.invited", open.hubName()),
                        DoorHtml.escape(token),
                        new Field(
                                        "name",
                                        texts.text("hub.join.name"),
                                        name,
                                        "autocomplete=\"name\" maxlength=\"255\" required",
                                        error(refused.nameKey()))
                                .html(),
                        new Field(
                                        "email",
                                        texts.text("hub.join.email"),
                                        open.email(),
                                        "type=\"email\" autocomplete=\"username\" readonly",
                                        icon("lock"),
                                        texts.text("hub.join.email-hint"),
                                        "")
                                .html(),
                        new Field(
                                        "password",
                                        texts.text("hub.join.password"),
                                        "",
                                        "type=\"password\" autocomplete=\"new-password\" minlength=\"%d\" required%s"
                                                .formatted(PasswordRule.MIN_LENGTH, isRefused ? "" : " autofocus"),
                                        showPassword(),
                                        "",
                                        error(refused.passwordKey()))
                                .html(),
                        door.text("hub.join.strength"),
                        door.text("hub.join.busy"),
                        door.text("hub.join.join"),
                        door.text("hub.join.not-you", firstName));
        HttpStatus status = isRefused ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
        return door.page(new DoorHtml.Door(status, texts.text("hub.join.welcome", firstName), body));
    }

    private String newLink(String token, String key) {
        return """
                <form method="post" action="/join/%s/new-link"><button class="door-button" type="submit">%s</button></form>
                """.formatted(DoorHtml.escape(token), door.text(key));
    }

    /** Shown by the script alone, since without one it could do nothing. */
    private String showPassword() {
        return "<button class=\"door-eye\" id=\"show-password\" type=\"button\" aria-pressed=\"false\" aria-label=\"%s\" hidden>%s</button>"
                .formatted(door.text("hub.join.show-password"), icon("eye"));
    }

    private static String icon(String name) {
        return "<svg class=\"door-icon\" aria-hidden=\"true\" width=\"18\" height=\"18\"><use href=\"/icons/icons.svg#%s\"></use></svg>"
                .formatted(name);
    }

    private String error(String key) {
        return key.isEmpty() ? "" : texts.text(key);
    }

    private static String day(Instant moment) {
        return DAY.format(moment.atZone(ZoneOffset.UTC));
    }
}
