package dev.muster.imports;

import dev.muster.imports.ImportRuns.Purpose;

/**
 * What a running undo needs from chunk to chunk. Belongs to one thread.
 *
 * @param of the import that is taken back
 * @param firstLines where it first did something to each member
 */
record UndoSession(ImportRun run, ImportId of, UndoRules rules, FirstLines firstLines) {

    /** Tells whether it only looks what it would do. */
    boolean isPreview() {
        return run.purpose() == Purpose.PREVIEW;
    }
}
