package dev.muster.members;

/**
 * A group that a member is in.
 *
 * @param effective false while it is pending: it becomes effective when the member joins
 */
public record Membership(GroupId group, String name, boolean effective) {}
