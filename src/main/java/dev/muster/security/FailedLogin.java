package dev.muster.security;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The address of whoever has just failed to log in, kept in their session until the login page shows it again: it
 * belongs into no address of a page, and the password is kept nowhere.
 */
public final class FailedLogin {

    /** The attribute of the session that holds the address; whoever shows it removes it. */
    public static final String ADDRESS = FailedLogin.class.getName();

    /** No address is longer, and a session is no place for more. */
    private static final int MAX_LENGTH = 254;

    private FailedLogin() {}

    static void remember(HttpServletRequest request) {
        String address = request.getParameter("username");
        if (address != null && address.length() <= MAX_LENGTH) {
            request.getSession().setAttribute(ADDRESS, address);
        }
    }
}
