package dev.muster.members;

import java.util.List;

/** What became of editing a profile. */
public sealed interface EditOutcome {

    /**
     * The profile is as it was entered.
     *
     * @param profile as it is now
     */
    record Saved(MemberProfile profile) implements EditOutcome {}

    /** Nothing was written. */
    record Refused(List<FieldProblem> problems) implements EditOutcome {}

    /**
     * Somebody else was quicker; nothing was written.
     *
     * @param by who it was
     * @param theirs the profile as it is now
     */
    record ChangedMeanwhile(HistoryEntry.Author by, MemberProfile theirs) implements EditOutcome {}

    /** The member is not in the hub any more. */
    record Gone() implements EditOutcome {}
}
