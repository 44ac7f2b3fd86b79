package dev.muster.invitations;

import java.util.List;

/**
 * What inviting a selection would do.
 *
 * @param advocates how many advocates would be invited
 * @param nominees how many nominees would become advocates and be invited
 */
public record InvitePlan(long advocates, long nominees, LeftOut leftOut) {

    /**
     * Who would get no mail, each under the first reason that is true.
     *
     * @param lately how many were invited so shortly before that this must be about the same
     * @param names of the first of them, in the order of their names
     */
    public record LeftOut(long joined, long optedOut, long archived, long locked, long lately, List<String> names) {

        /** Nobody. */
        public static final LeftOut NOBODY = new LeftOut(0, 0, 0, 0, 0, List.of());

        public LeftOut {
            names = List.copyOf(names);
        }

        /** Returns how many. */
        public long number() {
            return joined + optedOut + archived + locked + lately;
        }
    }

    /** Returns how many would be invited. */
    public long invited() {
        return advocates + nominees;
    }
}
