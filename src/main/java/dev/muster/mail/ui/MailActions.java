package dev.muster.mail.ui;

/**
 * What can be done with the letter that is open.
 *
 * @param retry has it tried again now
 * @param send sends it, which was kept
 * @param cancel stops it
 * @param close closes it on the page
 */
record MailActions(Runnable retry, Runnable send, Runnable cancel, Runnable close) {}
