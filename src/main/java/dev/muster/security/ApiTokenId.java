package dev.muster.security;

/** Identifies a token for the REST API. */
public record ApiTokenId(long value) {}
