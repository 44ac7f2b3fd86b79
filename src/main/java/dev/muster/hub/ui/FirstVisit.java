package dev.muster.hub.ui;

import dev.muster.hub.HubLogins;
import dev.muster.members.MemberId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Logs somebody in who has joined this moment. */
@Component
class FirstVisit {

    private final HubLogins logins;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    FirstVisit(HubLogins logins) {
        this.logins = logins;
    }

    /** Ends whatever session there was, and begins one of {@code member}. */
    void enter(MemberId member, HttpServletRequest request, HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        logins.enter(member).ifPresent(user -> {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
            SecurityContextHolder.setContext(context);
            sessions.saveContext(context, request, response);
        });
    }

    /** Tells whether another site had the browser send this: then nobody clicked here. */
    static boolean comesFromElsewhere(HttpServletRequest request) {
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }
}
