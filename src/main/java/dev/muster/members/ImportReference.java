package dev.muster.members;

/**
 * The import that something came from, as a link to its page.
 *
 * @param id the import's number in its address
 */
public record ImportReference(long id, String fileName) {}
