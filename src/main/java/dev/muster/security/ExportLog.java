package dev.muster.security;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes into the audit log what leaves the hub as a file: that it begins, before the first byte, and how it ended, with
 * the number of rows, be it complete ({@code action}) or cut off ({@code action-cut-off}).
 */
@Component
public class ExportLog {

    private final AuditLog log;

    ExportLog(AuditLog log) {
        this.log = log;
    }

    /**
     * Records that a file begins.
     *
     * @param action what the whole is called, such as {@code advocates.export}; at most 50 characters
     * @param objectType what its rows are about, such as {@code member}
     * @param what what is asked for, or null where there is nothing to say
     */
    public Export begin(String action, String objectType, @Nullable String what) {
        log.record(action + "-begin", objectType, null, what);
        return new Export(action, objectType);
    }

    /** A file that is being written. Closed before it is {@link #finish}ed, it was cut off. */
    public final class Export implements AutoCloseable {

        private final String action;
        private final String objectType;
        private long rows;
        private boolean finished;

        private Export(String action, String objectType) {
            this.action = action;
            this.objectType = objectType;
        }

        /** Counts one more row, whether or not all of it arrives. */
        public void countRow() {
            rows++;
        }

        /** Returns how many rows were counted. */
        public long rows() {
            return rows;
        }

        /** Records that the file is complete. */
        public void finish() {
            finished = true;
            record(action);
        }

        @Override
        public void close() {
            if (!finished) {
                record(action + "-cut-off");
            }
        }

        private void record(String ending) {
            log.record(ending, objectType, null, AuditDetail.count(rows, "row"));
        }
    }
}
