package dev.muster.members;

/** Identifies a group. */
public record GroupId(long value) {}
