package dev.muster.hub.ui;

import dev.muster.common.Catalogue;
import dev.muster.common.EmailAddress;
import dev.muster.common.WhiteSpace;
import dev.muster.hub.VisitThrottle;
import dev.muster.invitations.GroupDoor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public page of a group. It names no group, and says the same to whoever comes. */
@Controller
class GroupPages {

    private static final int MAX_NAME = 255;

    private final GroupDoor groups;
    private final VisitThrottle throttle;
    private final DoorHtml door;
    private final JoinHtml html;
    private final Catalogue texts;

    GroupPages(GroupDoor groups, VisitThrottle throttle, DoorHtml door, JoinHtml html, Catalogue texts) {
        this.groups = groups;
        this.throttle = throttle;
        this.door = door;
        this.html = html;
        this.texts = texts;
    }

    @GetMapping("/join/g/{code}")
    ResponseEntity<String> open(@PathVariable String code) {
        return groups.exists(code) ? form(code, "", "", false) : html.unknown();
    }

    @PostMapping("/join/g/{code}")
    ResponseEntity<String> enter(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request) {
        if (FirstVisit.comesFromElsewhere(request)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        Optional<EmailAddress> address = EmailAddress.parse(email);
        String cleanName = WhiteSpace.clean(name.replaceAll("\\p{Cc}+", " "));
        if (address.isEmpty() || !isName(cleanName)) {
            return groups.exists(code) ? form(code, name, email, true) : html.unknown();
        }
        if (!throttle.admitsFrom(request.getRemoteAddr())) {
            return html.tooMany();
        }
        boolean isThere = throttle.admitsTo(address.get().key())
                ? groups.enter(code, cleanName, address.get())
                : groups.exists(code);
        return isThere ? html.onItsWay() : html.unknown();
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.codePointCount(0, name.length()) <= MAX_NAME;
    }

    private ResponseEntity<String> form(String code, String name, String email, boolean isRefused) {
        boolean nameIsWrong = isRefused && !isName(WhiteSpace.clean(name));
        boolean emailIsWrong = isRefused && EmailAddress.parse(email).isEmpty();
        String title = texts.text("hub.group.title", door.hubName());
        String body = """
                <h1>%s</h1>
                <p class="muted">%s</p>
                <form class="door-plain" method="post" action="/join/g/%s" novalidate>
                %s%s
                <button class="door-button door-primary" type="submit" data-busy="%s">%s</button>
                </form>
                """.formatted(
                        DoorHtml.escape(title),
                        door.text("hub.group.text"),
                        DoorHtml.escape(code),
                        new Field(
                                        "name",
                                        texts.text("hub.join.name"),
                                        name,
                                        "autocomplete=\"name\" maxlength=\"255\" required autofocus",
                                        nameIsWrong ? texts.text("hub.join.name-missing") : "")
                                .html(),
                        new Field(
                                        "email",
                                        texts.text("hub.join.email"),
                                        email,
                                        "type=\"email\" autocomplete=\"email\" maxlength=\"254\" required",
                                        emailIsWrong ? texts.text("hub.join.email-invalid") : "")
                                .html(),
                        door.text("hub.join.busy"),
                        door.text("hub.join.join"));
        HttpStatus status = isRefused ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
        return door.page(new DoorHtml.Door(status, title, body));
    }
}
