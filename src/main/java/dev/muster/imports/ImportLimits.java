package dev.muster.imports;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an import may ask of the hub: the properties {@code muster.imports.*}.
 *
 * @param maxBytes the largest file
 * @param maxRows the most rows that are not blank
 * @param chunkRows the rows that are written in one transaction. With more, a message of MariaDB's driver is over 1 MiB: it
 *     takes a new buffer of 16 MiB for each, which a small heap feels
 * @param firstChunkRows the rows of the first chunk, at most; each after it has twice as many, up to all that a chunk may
 *     have: nobody waits long for the first rows, and those of a small file are written side by side
 * @param writers how many chunks of one import are written side by side, while it is the only one
 * @param attachmentBytes the largest annotated file that goes along with the summary mail; over it, a link does
 */
@ConfigurationProperties("muster.imports")
record ImportLimits(
        @DefaultValue("1073741824") long maxBytes,
        @DefaultValue("2000000") long maxRows,
        @DefaultValue("2000") int chunkRows,
        @DefaultValue("500") int firstChunkRows,
        @DefaultValue("2") int writers,
        @DefaultValue("5242880") int attachmentBytes) {

    ImportLimits {
        if (chunkRows < 1 || firstChunkRows < 1) {
            throw new IllegalArgumentException(
                    "A chunk needs a row: muster.imports.chunkRows is %d, muster.imports.firstChunkRows is %d."
                            .formatted(chunkRows, firstChunkRows));
        }
    }
}
