package dev.muster.mail;

import java.net.URI;

/**
 * Makes the links that are a person's own. A letter holds a mark in the place of each; the link itself is filled in when
 * the letter is sent or read, so that the database holds nothing that opens anything. Implemented by the feature that
 * knows the links.
 */
public interface PersonalLinks {

    /** Stands in a letter for the link by which its reader joins. */
    URI JOIN = URI.create("https://link.invalid/join");

    /** Stands in a letter for the link by which its reader says that no more mail shall come. */
    URI OPT_OUT = URI.create("https://link.invalid/opt-out");

    /** Returns the link that belongs to the invitation with this number. */
    URI toJoin(long invitation);

    /** Returns the link by which the member with this number opts out. */
    URI toOptOut(long member);
}
