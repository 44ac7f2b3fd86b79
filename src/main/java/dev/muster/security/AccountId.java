package dev.muster.security;

/** Identifies an account. */
public record AccountId(long value) {}
