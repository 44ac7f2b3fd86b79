package dev.muster.imports;

import dev.muster.invitations.ImportedInvitations.Trace;
import dev.muster.members.FieldChange;
import dev.muster.members.GroupSummary;
import java.util.List;

/**
 * A member that an import created or changed, as it is now, with all that decides what can be taken back of it.
 *
 * @param line where the import met it first
 * @param created whether the import created it
 * @param changes what rows changed about it, in the file's order; for one that it created, they are part of that
 * @param memberships those that the import added and that are still there
 * @param editedSince whether a field, a group or the state of one that the import created is not as the import left it
 */
record TouchedMember(
        KnownMember known,
        long line,
        boolean created,
        List<FieldChange> changes,
        List<GroupSummary> memberships,
        boolean editedSince,
        Trace invitation) {}
