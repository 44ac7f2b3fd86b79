package dev.muster.imports;

import org.jspecify.annotations.Nullable;

/**
 * A file in the store, whole.
 *
 * @param format how it was read when it was last found sound; null until then
 * @param inspectedRows rows that are not blank; null until it was looked through and found sound
 */
record StoredFile(
        ImportFileId id,
        String fileName,
        long bytes,
        int pieces,
        @Nullable FileFormat format,
        @Nullable Long inspectedRows) {}
