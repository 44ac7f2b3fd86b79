package dev.muster.common;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Moments in the database's DATETIME columns, which hold UTC whatever the zone of the server, the session or the JVM.
 * For SQL written by hand; entities hold {@link Instant}s and Hibernate does the same for them.
 */
public final class Utc {

    private Utc() {}

    /** Returns what to bind for {@code moment}, to the microsecond that the columns hold. */
    public static LocalDateTime toColumn(Instant moment) {
        return LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    /** Returns the moment in {@code column}, or null where the column is null. */
    public static @Nullable Instant fromColumn(ResultSet row, String column) throws SQLException {
        return moment(row.getObject(column, LocalDateTime.class));
    }

    /** Returns the moment in the column at {@code place}, from 1, or null where it is null. */
    public static @Nullable Instant fromColumn(ResultSet row, int place) throws SQLException {
        return moment(row.getObject(place, LocalDateTime.class));
    }

    private static @Nullable Instant moment(@Nullable LocalDateTime value) {
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }
}
