package dev.muster.imports;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stored file as records: from bytes over text to rows. Holds one row at a time. Not thread-safe.
 *
 * <p>How the bytes become text and what separates the cells is a {@link Dialect}, so that detecting it is a matter of
 * making one.
 */
final class CsvSource implements Closeable {

    /** How a file is written. */
    record Dialect(String encoding, char delimiter) {

        /** What every file has to be: UTF-8, its cells separated by commas. */
        static final Dialect STANDARD = new Dialect("UTF-8", ',');
    }

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final StrictUtf8Reader text;
    private final CsvRecords records;

    private CsvSource(StrictUtf8Reader text, CsvRecords records) {
        this.text = text;
        this.records = records;
    }

    /**
     * Opens {@code content}, and closes it where that fails.
     *
     * @throws UnusableFileException where it is something else than text
     */
    static CsvSource open(InputStream content, Dialect dialect) throws IOException {
        try {
            byte[] head = content.readNBytes(BinaryContent.HEAD);
            BinaryContent.find(head).ifPresent(fault -> {
                throw new UnusableFileException(fault);
            });
            int mark = startsWithMark(head) ? UTF_8_MARK.length : 0;
            var text = new StrictUtf8Reader(
                    new SequenceInputStream(new ByteArrayInputStream(head, mark, head.length - mark), content), mark);
            return new CsvSource(text, new CsvRecords(text, dialect.delimiter()));
        } catch (IOException | RuntimeException e) {
            content.close();
            throw e;
        }
    }

    private static boolean startsWithMark(byte[] head) {
        return head.length >= 3 && head[0] == UTF_8_MARK[0] && head[1] == UTF_8_MARK[1] && head[2] == UTF_8_MARK[2];
    }

    /** Returns the next row that is not blank, or null after the last. */
    @Nullable
    CsvRow next() throws IOException {
        CsvRow row = records.next();
        while (row != null && row.isBlank()) {
            row = records.next();
        }
        return row;
    }

    /** Returns how many bytes of the file were read. */
    long bytesRead() {
        return text.bytesRead();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
