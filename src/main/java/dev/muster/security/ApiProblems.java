package dev.muster.security;

import dev.muster.common.Catalogue;
import dev.muster.common.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Tells a client of the REST API why it is not let in, as a problem detail (RFC 9457). */
@Component
class ApiProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String RETRY_AFTER_SECONDS = "5";

    private final Catalogue texts;
    private final CurrentUser currentUser;

    ApiProblems(Catalogue texts, CurrentUser currentUser) {
        this.texts = texts;
        this.currentUser = currentUser;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        boolean isWrong = cause instanceof BadCredentialsException;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                isWrong ? "Bearer realm=\"Muster\", error=\"invalid_token\"" : "Bearer realm=\"Muster\"");
        String key = isWrong ? "security.api.token-wrong" : "security.api.token-missing";
        write(request, response, HttpStatus.UNAUTHORIZED, texts.text(key));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        String role = currentUser
                .find()
                .map(user -> texts.text("security.role." + user.role().name()))
                .orElse("");
        write(request, response, HttpStatus.FORBIDDEN, texts.text("security.api.forbidden", role));
    }

    /** Whoever has a token cannot be told from others while there is no database to look it up in. */
    void databaseAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        write(request, response, HttpStatus.SERVICE_UNAVAILABLE, texts.text("security.api.database-away"));
    }

    private static void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("instance", request.getRequestURI());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(Json.write(problem).getBytes(StandardCharsets.UTF_8));
    }
}
