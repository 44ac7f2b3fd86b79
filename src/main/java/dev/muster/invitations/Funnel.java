package dev.muster.invitations;

import java.util.List;

/**
 * How far people who were imported have come. Each step is counted for itself: who joins by a link that an admin passed
 * on was never delivered a mail.
 *
 * @param imported how many are in the hub, neither archived nor locked
 * @param invited how many of them were invited
 * @param delivered to how many the mail server took an invitation
 * @param opened whose link was asked for at least once, by a person or by what looks through their mail
 * @param joined how many are in
 */
public record Funnel(long imported, long invited, long delivered, long opened, long joined) {

    /** A step of the way, in its order. */
    public enum Step {
        IMPORTED,
        INVITED,
        DELIVERED,
        OPENED,
        JOINED
    }

    /** Returns how many have come as far as {@code step}. */
    public long of(Step step) {
        return switch (step) {
            case IMPORTED -> imported;
            case INVITED -> invited;
            case DELIVERED -> delivered;
            case OPENED -> opened;
            case JOINED -> joined;
        };
    }

    /** Returns all counts, in the order of the steps. */
    public List<Long> counts() {
        return List.of(imported, invited, delivered, opened, joined);
    }
}
