package dev.muster.members;

/** A group as a choice in a list. */
public record GroupSummary(GroupId id, String name) {}
