package dev.muster.imports;

import dev.muster.common.EmailAddress;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rows of a file on its way in: counts them, and notes the addresses of the first column that has any, so that a check
 * need not go through the file for them again.
 */
final class ArrivingRows {

    /** In so many rows there is an address, or the file has none to note. */
    private static final int ROWS_WITHOUT = 20;

    /** Of more rows nothing is noted: that would take more memory than the time is worth. */
    private static final int MOST_NOTED = 2_000_000;

    private static final int NO_COLUMN = -1;

    private final CsvSource source;
    private final long most;
    private int column = NO_COLUMN;
    private boolean isNoting = true;
    private IntStream.Builder hashes = IntStream.builder();
    private long rows;

    /**
     * @param source stands after its header
     * @param most how many rows a file may have
     */
    ArrivingRows(CsvSource source, long most) {
        this.source = source;
        this.most = most;
    }

    /**
     * Reads to the end, and returns how many rows there are.
     *
     * @throws UnusableFileException where there are none, or more than there may be, or what the reading met
     */
    long countAll() throws IOException {
        for (CsvRow row = source.next(); row != null; row = source.next()) {
            rows++;
            if (rows > most) {
                throw new UnusableFileException(FileFault.TOO_MANY_ROWS, most);
            }
            note(row);
        }
        if (rows == 0) {
            throw new UnusableFileException(FileFault.NO_ROWS);
        }
        return rows;
    }

    /** Returns the column of addresses, after all is counted; empty where nothing was noted. */
    Optional<AddressColumn> addresses() {
        return isNoting && column != NO_COLUMN
                ? Optional.of(new AddressColumn(column, RepeatedAddresses.among(hashes.build(), rows)))
                : Optional.empty();
    }

    private void note(CsvRow row) {
        if (!isNoting) {
            return;
        }
        if (column == NO_COLUMN) {
            column = firstAddress(row);
            if (column != NO_COLUMN) {
                source.keepOnly(column);
            }
        }
        if (column == NO_COLUMN ? rows >= ROWS_WITHOUT : rows > MOST_NOTED) {
            noteNoMore();
        } else if (column != NO_COLUMN) {
            EmailAddress.parse(row.cell(column))
                    .ifPresent(address -> hashes.add(address.key().hashCode()));
        }
    }

    private void noteNoMore() {
        isNoting = false;
        hashes = IntStream.builder();
        source.keepNone();
    }

    private static int firstAddress(CsvRow row) {
        return IntStream.range(0, row.cells().size())
                .filter(index -> EmailAddress.parse(row.cell(index)).isPresent())
                .findFirst()
                .orElse(NO_COLUMN);
    }
}
