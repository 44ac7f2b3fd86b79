package dev.muster.shell;

import org.apache.catalina.connector.ClientAbortException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Knows the failure that is none: whoever asked closed the tab before the answer was written. */
final class ClosedTab {

    private static final int DEEP_ENOUGH = 20;

    private ClosedTab() {}

    static boolean causes(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEP_ENOUGH; depth++) {
            if (cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
