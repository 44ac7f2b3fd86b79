package dev.muster.security;

import org.springframework.security.core.AuthenticationException;

/** The attempt to log in was refused without a look at its password. */
final class TooManyAttemptsException extends AuthenticationException {

    TooManyAttemptsException() {
        super("Too many attempts to log in went before this one.");
    }
}
