package dev.muster.mail;

/** Whom a letter to a member is for: the numbers of the member and of the invitation that it carries. */
public record Addressee(long member, long invitation) {}
