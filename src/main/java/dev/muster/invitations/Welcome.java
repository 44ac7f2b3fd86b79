package dev.muster.invitations;

import java.time.Instant;

/** What somebody finds who opens a personal link. */
public sealed interface Welcome {

    /** The link can be used. */
    record Open(String name, String email, String hubName) implements Welcome {}

    /** Its person has joined, by this link or another. */
    record Used(Instant at) implements Welcome {}

    /** A newer link took its place. */
    record Replaced(Instant at) implements Welcome {}

    /** It was valid until then. */
    record Expired(Instant at) implements Welcome {}

    /** It was taken back, or never given out. */
    record Unknown() implements Welcome {}
}
