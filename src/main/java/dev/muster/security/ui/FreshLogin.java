package dev.muster.security.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import dev.muster.security.LoggedIn;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Lets someone in who has just proved who they are in another way than by the login page. */
@NamedInterface("own-password")
public final class FreshLogin {

    private FreshLogin() {}

    /** Logs {@code user} in, under a new session id, and opens the first page. */
    static void enter(LoggedIn user) {
        VaadinService.reinitializeSession(VaadinRequest.getCurrent());
        goOnAs(user);
        UI.getCurrent().getPage().setLocation("advocates");
    }

    /** Lets this session go on with what {@code user}, who has it, has just changed about their login. */
    public static void goOnAs(UserDetails user) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
    }
}
