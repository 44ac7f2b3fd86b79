package dev.muster.members;

/** Identifies a member. */
public record MemberId(long value) {}
