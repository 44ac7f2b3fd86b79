package dev.muster.security;

import dev.muster.common.Outage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Logs a request in by the token of its Authorization header; a wrong token is refused, a missing one is no login. */
final class BearerToken extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final TokenLogin login;
    private final ApiProblems problems;

    BearerToken(TokenLogin login, ApiProblems problems) {
        this.login = login;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            Optional<LoggedIn> user;
            try {
                user = login.logIn(header.substring(SCHEME.length()).strip());
            } catch (RuntimeException e) {
                if (!Outage.isBehind(e)) {
                    throw e;
                }
                problems.databaseAway(request, response);
                return;
            }
            if (user.isEmpty()) {
                problems.commence(request, response, new BadCredentialsException("The token does not work."));
                return;
            }
            enter(user.get());
        }
        chain.doFilter(request, response);
    }

    private static void enter(LoggedIn user) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
    }
}
