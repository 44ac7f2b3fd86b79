package dev.muster.invitations;

/** How far an invitation has come. Whether an open one has expired, its moment tells. */
enum InvitationState {
    /** Promised; its letter is not written yet, but its link works. */
    QUEUED,
    /** Its letter is in the outbox, or its link was handed out. */
    OPEN,
    /** Its person has joined by it. */
    USED,
    /** A newer one took its place. */
    REPLACED,
    /** Taken back: its person was archived, locked, opted out, or must not be invited. */
    REVOKED
}
