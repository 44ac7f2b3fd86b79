package dev.muster.imports;

import dev.muster.common.Utc;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;

/** What statements about thousands of rows have in common. */
final class Sql {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    /**
     * Comes behind {@code SELECT} where the tables are to be gone through as they stand, {@code wanted} first. MariaDB, left
     * to itself, now and then goes through the other table instead, all of it, for each chunk. The other table needs a
     * {@link dev.muster.common.ForcedIndex}: of one that MariaDB takes for small, having counted it before it grew, it reads
     * all, and compares each row with each that is wanted. H2 sees comments.
     */
    static final String IN_ORDER = "/*! STRAIGHT_JOIN */ ";

    private Sql() {}

    /**
     * Returns the beginning of a query in which {@code wanted.one} is each of {@code count} parameters. Joined with a
     * unique column, that is one look at its index for each on both databases; in a list behind {@code IN}, H2 goes through
     * all of them for each row that it finds, and MariaDB's optimizer takes longer than the looking.
     */
    static String wanted(int count) {
        return "WITH wanted (one) AS (VALUES (?)" + ",(?)".repeat(count - 1) + ") ";
    }

    /**
     * Returns {@code values} as a list for {@code IN}. Written out, because H2 looks a row up in a list of constants at
     * once, and goes through a list of parameters from its start: with thousands, that is what all the time is spent on.
     */
    static String list(Collection<Long> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Sends one statement with the bindings of all {@code rows}, in one message where the driver can. */
    static <T> void batch(
            JdbcTemplate jdbc, String sql, List<T> rows, ParameterizedPreparedStatementSetter<T> binding) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows, rows.size(), binding);
        }
    }

    /**
     * Returns {@code moment} as text for a column. As text, because a column that is a moment in one row and null in the
     * next makes MariaDB's driver cut a bulk message in two each time its type changes.
     */
    static @Nullable String moment(@Nullable Instant moment) {
        return moment == null ? null : MOMENT.format(Utc.toColumn(moment));
    }
}
