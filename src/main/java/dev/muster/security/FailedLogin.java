package dev.muster.security;

import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The address of whoever has just failed to log in, kept in their session until the login page shows it again: it
 * belongs into no address of a page, and the password is kept nowhere.
 */
public final class FailedLogin {

    private static final String ATTRIBUTE = FailedLogin.class.getName();

    /** No address is longer, and a session is no place for more. */
    private static final int MAX_LENGTH = 254;

    private FailedLogin() {}

    static void remember(HttpServletRequest request) {
        String address = request.getParameter("username");
        if (address != null && address.length() <= MAX_LENGTH) {
            request.getSession().setAttribute(ATTRIBUTE, address);
        }
    }

    /** Returns the address, once. */
    public static Optional<String> takeAddress(WrappedSession session) {
        var address = Optional.ofNullable((String) session.getAttribute(ATTRIBUTE));
        session.removeAttribute(ATTRIBUTE);
        return address;
    }
}
