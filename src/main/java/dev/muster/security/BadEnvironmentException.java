package dev.muster.security;

/** The environment asks for something that cannot be. Muster does not start, and says why and what to do. */
final class BadEnvironmentException extends RuntimeException {

    private final String action;

    BadEnvironmentException(String problem, String action) {
        super(problem);
        this.action = action;
    }

    String action() {
        return action;
    }
}
