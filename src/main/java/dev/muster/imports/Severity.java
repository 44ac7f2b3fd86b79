package dev.muster.imports;

/** How bad an issue is: an error rejects its row, a warning leaves something out, an info only tells. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
