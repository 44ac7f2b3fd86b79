package dev.muster.api;

import dev.muster.common.Catalogue;
import dev.muster.common.Outage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What no one foresaw: the log gets all of it, the client that it was not its fault. */
@RestControllerAdvice(basePackageClasses = UnexpectedErrors.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class UnexpectedErrors {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);

    private final Catalogue texts;

    UnexpectedErrors(Catalogue texts) {
        this.texts = texts;
    }

    /** The security chain answers for it. */
    @ExceptionHandler
    void rethrow(AccessDeniedException cause) {
        throw cause;
    }

    /** Once an answer has begun nothing can be said any more: it ends early, which clients notice. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> tell(Exception cause, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted()) {
            LOG.info("The answer to {} {} broke off.", request.getMethod(), request.getRequestURI(), cause);
            throw cause;
        }
        if (Outage.isBehind(cause)) { // which is no secret, and in the log already
            response.reset();
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .body(ProblemDetail.forStatusAndDetail(
                            HttpStatus.SERVICE_UNAVAILABLE, texts.text("security.api.database-away")));
        }
        LOG.error("{} {} failed; the client was told so.", request.getMethod(), request.getRequestURI(), cause);
        response.reset();
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, texts.text("api.problem.unexpected"));
        return ResponseEntity.internalServerError().body(problem);
    }
}
