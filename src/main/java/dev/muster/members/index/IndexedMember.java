package dev.muster.members.index;

import java.util.List;

/**
 * What the index holds of a member.
 *
 * @param mark changes with each version of the member and with the number of its groups
 * @param text name, company and address, each folded and with a line feed behind it
 * @param terms all but those of the text, in any order
 */
record IndexedMember(long id, long mark, long created, long joined, long invited, String text, List<Long> terms) {

    IndexedMember {
        terms = List.copyOf(terms);
    }

    /** A moment that is not there: before all others. */
    static final long NEVER = Long.MIN_VALUE;

    static final char END = '\n';
}
