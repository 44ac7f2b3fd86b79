package dev.muster.imports;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * What an import may ask of the hub: the properties {@code muster.imports.*}.
 *
 * @param maxBytes the largest file
 * @param maxRows the most rows that are not blank
 * @param chunkRows the rows that are written in one transaction. With more, a message of MariaDB's driver is over 1 MiB: it
 *     takes a new buffer of 16 MiB for each, which a small heap feels
 * @param firstChunkRows the rows of the first chunk, at most; each after it has twice as many, up to all that a chunk may
 *     have: nobody waits long for the first rows, and those of a small file are written side by side
 * @param writers how many chunks of one import are written side by side, while it is the only one; on H2, one
 * @param attachmentBytes the largest annotated file that goes along with the summary mail; over it, a link does
 */
record ImportLimits(
        @DefaultValue("1073741824") long maxBytes,
        @DefaultValue("2000000") long maxRows,
        @DefaultValue("2000") int chunkRows,
        @DefaultValue("500") int firstChunkRows,
        @DefaultValue("2") int writers,
        @DefaultValue("5242880") int attachmentBytes) {

    /**
     * What H2 changes it keeps in memory until the commit, and writes whole pages then: with more rows a small heap is full
     * of pages, and half of the time goes into collecting them.
     *
     * @see "Decision 024: where the time of an import goes"
     */
    private static final int MOST_ROWS_ON_H2 = 500;

    /**
     * H2 writes what all transactions changed when one of them commits. Killed in that moment, it may keep rows of another
     * chunk that is open, and lose what takes them back.
     *
     * @see "Decision 016: two chunks are written side by side"
     */
    private static final int WRITERS_ON_H2 = 1;

    ImportLimits {
        if (chunkRows < 1 || firstChunkRows < 1) {
            throw new IllegalArgumentException(
                    "A chunk needs a row: muster.imports.chunkRows is %d, muster.imports.firstChunkRows is %d."
                            .formatted(chunkRows, firstChunkRows));
        }
    }

    /** Reads the properties {@code muster.imports.*}; whatever they say, H2 has small chunks, one after the other. */
    static ImportLimits of(Environment environment) {
        ImportLimits limits = Binder.get(environment).bindOrCreate("muster.imports", ImportLimits.class);
        boolean isH2 = environment.getRequiredProperty("spring.datasource.url").startsWith("jdbc:h2:");
        return isH2 ? limits.onH2() : limits;
    }

    private ImportLimits onH2() {
        int rows = Math.min(chunkRows, MOST_ROWS_ON_H2);
        return new ImportLimits(
                maxBytes, maxRows, rows, Math.min(firstChunkRows, rows), WRITERS_ON_H2, attachmentBytes);
    }
}
