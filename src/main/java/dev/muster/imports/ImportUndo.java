package dev.muster.imports;

/**
 * What the undo of an import took back so far, or would.
 *
 * @param run the run that does it; a preview has one of its own
 * @param of the import
 * @param state where the run stands; {@link ImportState#COMPLETED} once it went through all of the import
 * @param members members it created, who are gone
 * @param restored fields of members that are as they were before
 * @param memberships memberships that are no more
 * @param invitations invitations that do not go out
 * @param kept what it could not take back; {@link UndoResults} lists it
 */
public record ImportUndo(
        ImportId run,
        ImportId of,
        ImportState state,
        long members,
        long restored,
        long memberships,
        long invitations,
        long kept) {

    /** Tells whether there is nothing that it took back, or would. */
    public boolean foundNothing() {
        return members + restored + memberships + invitations == 0;
    }
}
