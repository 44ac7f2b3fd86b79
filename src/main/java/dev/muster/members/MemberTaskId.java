package dev.muster.members;

/** Identifies a change to many members that goes on by itself. */
public record MemberTaskId(long value) {}
