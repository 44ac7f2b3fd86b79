package dev.muster.imports;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.jspecify.annotations.Nullable;

/** A stored file as records: from bytes over text to rows. Holds one row at a time. Not thread-safe. */
final class CsvSource implements Closeable {

    private final StrictReader text;
    private final CsvRecords records;
    private boolean started;

    private CsvSource(StrictReader text, CsvRecords records) {
        this.text = text;
        this.records = records;
    }

    /**
     * Opens {@code content}, and closes it where that fails.
     *
     * @throws UnusableFileException where it is something else than text
     */
    static CsvSource open(InputStream content, FileFormat format) throws IOException {
        try {
            byte[] head = content.readNBytes(BinaryContent.HEAD);
            BinaryContent.find(head).ifPresent(fault -> {
                throw new UnusableFileException(fault);
            });
            TextEncoding encoding = format.encoding();
            int mark = encoding.markLength(head);
            var text = new StrictReader(
                    new SequenceInputStream(new ByteArrayInputStream(head, mark, head.length - mark), content),
                    encoding.charset(),
                    mark);
            return new CsvSource(
                    text,
                    new CsvRecords(text, encoding.label(), format.delimiter().character()));
        } catch (IOException | RuntimeException e) {
            content.close();
            throw e;
        }
    }

    /** Returns the next row that is not blank, or null after the last. A line that names the delimiter is no row. */
    @Nullable
    CsvRow next() throws IOException {
        CsvRow row = records.next();
        if (!started && row != null && DelimiterLine.is(row.cells())) {
            row = records.next();
        }
        started = true;
        return row;
    }

    /** Lets the rows after the header hold the cell at {@code index}, if they have it, and empty ones before it. */
    void keepOnly(int index) {
        records.cells().keepOnly(index);
    }

    /** Lets the rows to come hold no cell: enough to count them, and quicker. */
    void keepNone() {
        records.cells().keepNone();
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
