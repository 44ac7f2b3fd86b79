package dev.muster;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences that another process has the H2 file, instead of a stack trace. */
final class DatabaseInUseReport extends AbstractFailureAnalyzer<SQLException> {

    /** H2's own number for it. */
    private static final int IN_USE = 90020;

    private static final Pattern FILE = Pattern.compile("\"([^\"]+)\"");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        return cause.getErrorCode() == IN_USE
                ? new FailureAnalysis(
                        "The database %s is in use by another process of Muster.".formatted(file(cause)),
                        "Stop that process, or set MUSTER_DATA to another directory.",
                        cause)
                : null;
    }

    private static String file(SQLException cause) {
        Matcher file = FILE.matcher(String.valueOf(cause.getMessage()));
        return file.find() ? file.group(1) : "file";
    }
}
