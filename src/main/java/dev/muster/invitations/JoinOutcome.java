package dev.muster.invitations;

import dev.muster.members.MemberId;

/** What became of joining. */
public sealed interface JoinOutcome {

    /** The person is in. */
    record Joined(MemberId member) implements JoinOutcome {}

    /**
     * What was entered cannot stay so.
     *
     * @param nameKey the key of what is wrong with the name, or an empty text
     * @param passwordKey the key of what is wrong with the password, or an empty text
     */
    record Refused(String nameKey, String passwordKey) implements JoinOutcome {}

    /** The link cannot be used any more; what it leads to now. */
    record TooLate(Welcome now) implements JoinOutcome {}
}
