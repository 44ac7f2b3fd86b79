package dev.muster.imports;

/** Somebody else has taken the import up, or ended it: whoever meets this stops and writes nothing more. */
class FenceLostException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FenceLostException(ImportRun run) {
        super("Import %d is no longer held with fence %d.".formatted(run.id().value(), run.fence()));
    }
}
