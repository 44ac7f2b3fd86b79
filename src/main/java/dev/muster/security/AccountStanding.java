package dev.muster.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes a changed role, a changed password and a disabled account count at the next request of a session that is already
 * open, on every node. Costs one row by its key; files of the pages are let through unseen.
 */
final class AccountStanding extends OncePerRequestFilter {

    private final Accounts accounts;
    private final List<OtherLogins> others;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    AccountStanding(Accounts accounts, List<OtherLogins> others) {
        this.accounts = accounts;
        this.others = others;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/VAADIN/") || path.startsWith("/icons/") || path.endsWith(".css");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof LoggedIn user) {
            Optional<LoggedIn> now = accounts.findById(user.id().value())
                    .filter(Account::isEnabled)
                    .map(LoggedIn::of);
            if (now.isEmpty() || !now.get().passwordHash().equals(user.passwordHash())) {
                SecurityContextHolder.clearContext();
                request.getSession().invalidate();
            } else if (!now.get().equals(user)) {
                replace(now.get(), request, response);
            }
        }
        if (authentication != null
                && authentication.getPrincipal() instanceof UserDetails user
                && !others.stream().allMatch(other -> other.mayStay(user))) {
            SecurityContextHolder.clearContext();
            request.getSession().invalidate();
        }
        chain.doFilter(request, response);
    }

    private void replace(LoggedIn user, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
