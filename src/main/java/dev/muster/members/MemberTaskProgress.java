package dev.muster.members;

/**
 * How far a change to many members has come.
 *
 * @param total for how many it was asked
 * @param done for how many of them it is decided
 * @param changed for how many it made a difference
 */
public record MemberTaskProgress(MemberChange change, long total, long done, long changed, boolean finished) {}
