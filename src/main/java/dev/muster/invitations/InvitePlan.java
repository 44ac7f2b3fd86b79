package dev.muster.invitations;

/**
 * What inviting a selection would do.
 *
 * @param advocates how many advocates would be invited
 * @param nominees how many nominees would become advocates and be invited
 * @param leftOut how many would get no mail: locked, archived or opted out
 */
public record InvitePlan(long advocates, long nominees, long leftOut) {

    /** Returns how many would be invited. */
    public long invited() {
        return advocates + nominees;
    }
}
