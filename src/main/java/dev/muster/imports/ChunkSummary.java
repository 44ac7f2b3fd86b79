package dev.muster.imports;

import org.jspecify.annotations.Nullable;

/**
 * A chunk without its outcomes.
 *
 * @param issues how many messages its rows have; one that has a message twice counts twice
 */
record ChunkSummary(
        int chunk,
        long firstLine,
        long lastLine,
        int rows,
        int created,
        int updated,
        int unchanged,
        int rejected,
        MessageCounts messages,
        int issues) {

    int count(Outcome outcome) {
        return switch (outcome) {
            case CREATED -> created;
            case UPDATED -> updated;
            case UNCHANGED -> unchanged;
            case REJECTED -> rejected;
        };
    }

    /** Returns how many of the rejected rows have the error {@code messageKey}; null for all of them. */
    int rejected(@Nullable String messageKey) {
        return messageKey == null ? rejected : messages.of(messageKey);
    }
}
