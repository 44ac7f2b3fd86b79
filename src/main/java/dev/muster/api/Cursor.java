package dev.muster.api;

import dev.muster.members.MemberSeries.Place;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

/** Where a page of advocates begins, as a text that means nothing to clients. */
final class Cursor {

    private static final int BYTES = 2 * Long.BYTES;

    private Cursor() {}

    static String of(Place place) {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, place.added()))
                .putLong(place.member())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns the place, or empty where {@code text} was not made by {@link #of}. */
    static Optional<Place> read(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return bytes.remaining() == BYTES
                    ? Optional.of(new Place(Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS), bytes.getLong()))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException _) {
            return Optional.empty();
        }
    }
}
