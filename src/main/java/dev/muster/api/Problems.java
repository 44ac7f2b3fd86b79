package dev.muster.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Makes the problem details (RFC 9457) that a request is refused with. */
final class Problems {

    private Problems() {}

    /** Returns a refusal; {@code detail} says where, what was found, and what to do. */
    static ErrorResponseException of(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
