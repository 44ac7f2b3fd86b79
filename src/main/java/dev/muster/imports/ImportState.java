package dev.muster.imports;

/** Where an import stands. */
public enum ImportState {
    QUEUED,
    CHECKING,
    CHECKED,
    RUNNING,
    CANCELLED,
    FAILED,
    COMPLETED,
    UNDONE;

    /** Tells whether a job still has work to do for the import. */
    public boolean isActive() {
        return this == QUEUED || this == CHECKING || this == RUNNING;
    }
}
