package dev.muster.imports;

import org.jspecify.annotations.Nullable;

/**
 * Which of the things that an undo left as they were.
 *
 * @param reason null for all
 * @param search part of a name, an address or a company; blank for all
 */
public record KeptFilter(@Nullable KeptReason reason, String search) {

    /** All of them. */
    public static final KeptFilter ALL = new KeptFilter(null, "");
}
