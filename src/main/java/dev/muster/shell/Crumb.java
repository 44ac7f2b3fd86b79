package dev.muster.shell;

import org.jspecify.annotations.Nullable;

/**
 * One step of the way to a page.
 *
 * @param path where it leads, or null for a section and for the page one is on
 */
record Crumb(String text, @Nullable String path) {}
