package dev.muster.imports;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Numbers, such as the lines of a file, in eight bytes each: of a million faulty rows all can be meant. */
final class Lines {

    static final Lines NONE = new Lines(new long[0]);

    private final long[] sorted;

    /** Takes {@code lines} in any order. */
    Lines(long[] lines) {
        sorted = lines.clone();
        Arrays.sort(sorted);
    }

    /** Returns the numbers in the first column of what a query finds. */
    static Lines of(JdbcTemplate jdbc, String sql, @Nullable Object... arguments) {
        var lines = LongStream.builder();
        jdbc.query(
                sql,
                row -> {
                    lines.add(row.getLong(1));
                },
                arguments);
        return new Lines(lines.build().toArray());
    }

    /** Returns these and {@code line}. */
    Lines with(long line) {
        long[] more = Arrays.copyOf(sorted, sorted.length + 1);
        more[sorted.length] = line;
        return new Lines(more);
    }

    boolean isEmpty() {
        return sorted.length == 0;
    }

    boolean contains(long line) {
        return Arrays.binarySearch(sorted, line) >= 0;
    }

    /** Tells whether there is a line from {@code first} to {@code last}. */
    boolean hasAnyBetween(long first, long last) {
        int next = place(first);
        return next < sorted.length && sorted[next] <= last;
    }

    /** Returns how many there are from {@code first} to {@code last}. */
    int countBetween(long first, long last) {
        return place(last + 1) - place(first);
    }

    /** Returns how many are smaller. */
    private int place(long line) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < line) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
