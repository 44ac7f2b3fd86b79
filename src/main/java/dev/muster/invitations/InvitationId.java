package dev.muster.invitations;

/** Identifies an invitation. */
public record InvitationId(long value) {}
