package dev.muster.imports;

/** What an import goes by has changed while it ran: it is taken up again with what counts now. */
final class RulesOutdatedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RulesOutdatedException() {
        super("A group that everybody new joins is gone since the import was taken up.");
    }
}
