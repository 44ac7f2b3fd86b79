package dev.muster.members;

import java.util.List;

/** What became of adding a member by hand. */
public sealed interface AddOutcome {

    /** The member is in the hub. */
    record Added(MemberId id) implements AddOutcome {}

    /** Somebody with this address was in the hub before; nothing was changed. */
    record AlreadyThere(MemberId id) implements AddOutcome {}

    /** Nothing was written. */
    record Refused(List<FieldProblem> problems) implements AddOutcome {}
}
