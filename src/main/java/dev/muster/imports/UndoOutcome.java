package dev.muster.imports;

/** What came of asking to undo an import. */
public sealed interface UndoOutcome {

    /** It goes on by itself as {@code run}. */
    record Started(ImportId run) implements UndoOutcome {}

    /**
     * It cannot be undone.
     *
     * @param sentence says so to people
     */
    record Refused(UndoRefusal reason, String sentence) implements UndoOutcome {}
}
