package dev.muster.hub.ui;

import dev.muster.invitations.OptOutDesk;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where people say that they want no more mail: on the page, or by one click in their mail program (RFC 8058). */
@Controller
class OptOutPages {

    private final OptOutDesk desk;
    private final DoorHtml door;
    private final JoinHtml html;

    OptOutPages(OptOutDesk desk, DoorHtml door, JoinHtml html) {
        this.desk = desk;
        this.door = door;
        this.html = html;
    }

    @GetMapping("/opt-out/{token}")
    ResponseEntity<String> open(@PathVariable String token) {
        Optional<String> address = desk.addressOf(token);
        if (address.isEmpty()) {
            return html.unknown();
        }
        String button = """
                <form method="post" action="/opt-out/%s"><button class="door-button door-primary" type="submit">%s</button></form>
                """.formatted(DoorHtml.escape(token), door.text("hub.opt-out.button"));
        return door.page(door.card(
                HttpStatus.OK,
                "mail",
                "hub.opt-out.title",
                door.text("hub.opt-out.text", address.get(), door.hubName()),
                button));
    }

    @PostMapping("/opt-out/{token}")
    ResponseEntity<String> optOut(@PathVariable String token) {
        return desk.optOut(token)
                ? door.page(door.card(
                        HttpStatus.OK,
                        "check-circle",
                        "hub.opt-out.done",
                        door.text("hub.opt-out.done-text", door.hubName()),
                        ""))
                : html.unknown();
    }
}
