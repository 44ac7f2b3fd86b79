package dev.muster.hub.ui;

import dev.muster.hub.VisitThrottle;
import dev.muster.invitations.GroupDoor;
import dev.muster.invitations.JoinDesk;
import dev.muster.invitations.JoinOutcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a personal link leads. Opening it changes nothing; joining is a click. */
@Controller
class JoinPages {

    private final JoinDesk desk;
    private final GroupDoor door;
    private final VisitThrottle throttle;
    private final FirstVisit firstVisit;
    private final JoinHtml html;

    JoinPages(JoinDesk desk, GroupDoor door, VisitThrottle throttle, FirstVisit firstVisit, JoinHtml html) {
        this.desk = desk;
        this.door = door;
        this.throttle = throttle;
        this.firstVisit = firstVisit;
        this.html = html;
    }

    @GetMapping("/join/{token}")
    ResponseEntity<String> open(@PathVariable String token) {
        return html.welcome(desk.visit(token), token);
    }

    @PostMapping("/join/{token}")
    ResponseEntity<String> join(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (FirstVisit.comesFromElsewhere(request)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        return switch (desk.join(token, new JoinDesk.Entry(name, password))) {
            case JoinOutcome.Joined joined -> {
                firstVisit.enter(joined.member(), request, response);
                yield ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/hub?joined"))
                        .build();
            }
            case JoinOutcome.Refused refused -> html.refused(desk.open(token), token, name, refused);
            case JoinOutcome.TooLate tooLate -> html.welcome(tooLate.now(), token);
        };
    }

    /** Sends a new link to the person of this one, and says the same whatever comes of it. */
    @PostMapping("/join/{token}/new-link")
    ResponseEntity<String> sendNewLink(@PathVariable String token, HttpServletRequest request) {
        if (!throttle.admitsFrom(request.getRemoteAddr())) {
            return html.tooMany();
        }
        if (throttle.admitsTo(token)) {
            door.sendNewLink(token);
        }
        return html.onItsWay();
    }
}
