package dev.muster.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a {@link BadEnvironmentException} as two sentences instead of a stack trace. */
final class BadEnvironmentReport extends AbstractFailureAnalyzer<BadEnvironmentException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BadEnvironmentException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
