package dev.muster.mail;

/**
 * The right to send one letter, until the lease ends or someone else claims it.
 *
 * @param version the row's version when it was claimed; whoever changes the row raises it
 */
record Claim(MailId id, long version) {}
