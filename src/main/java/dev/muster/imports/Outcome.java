package dev.muster.imports;

/** What happened to a row. */
public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    REJECTED
}
