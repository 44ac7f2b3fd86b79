package dev.muster.members;

import java.util.Set;

/** What became of a change to many members. */
public sealed interface ChangeOutcome {

    /**
     * It is done.
     *
     * @param changed the members for whom it made a difference
     */
    record Done(MemberChange change, Set<MemberId> changed) implements ChangeOutcome {

        public Done {
            changed = Set.copyOf(changed);
        }
    }

    /** It goes on by itself. */
    record Started(MemberTaskId task, long total) implements ChangeOutcome {}
}
