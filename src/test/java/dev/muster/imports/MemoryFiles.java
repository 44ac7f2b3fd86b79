package dev.muster.imports;

import dev.muster.security.AccountId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files for tests without a database, and reading them as an import does. */
final class MemoryFiles implements FileStore {

    private final List<byte[]> contents = new ArrayList<>();

    /** Reads all rows of {@code content}, detecting how it is written. */
    static List<CsvRow> read(byte[] content) {
        FileFormat format = formatOf(content);
        return read(content, format);
    }

    static List<CsvRow> read(byte[] content, FileFormat format) {
        var rows = new ArrayList<CsvRow>();
        try (CsvSource source = CsvSource.open(new ByteArrayInputStream(content), format)) {
            for (CsvRow row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** Returns what is detected, as the inspection of a file does: the older encodings where UTF-8 fails. */
    static FileFormat formatOf(byte[] content) {
        var files = new MemoryFiles();
        StoredFile file = files.add(content);
        var formats = new FileFormats(files);
        FileFormat detected = formats.detect(file);
        try {
            read(content, detected);
            return detected;
        } catch (UnusableFileException e) {
            Optional<TextEncoding> older =
                    e.fault() == FileFault.INVALID_ENCODING ? formats.older(file) : Optional.empty();
            return new FileFormat(older.orElse(detected.encoding()), detected.delimiter());
        }
    }

    StoredFile add(byte[] content) {
        contents.add(content);
        return stored(contents.size() - 1);
    }

    private StoredFile stored(int index) {
        return new StoredFile(new ImportFileId(index), "customers.csv", contents.get(index).length, 1, null, null);
    }

    @Override
    public ImportFileId write(String fileName, InputStream content, AccountId uploader) throws IOException {
        return add(content.readAllBytes()).id();
    }

    @Override
    public Optional<StoredFile> find(ImportFileId id) {
        return Optional.of(stored((int) id.value()));
    }

    @Override
    public InputStream open(StoredFile file) {
        return new ByteArrayInputStream(contents.get((int) file.id().value()));
    }

    @Override
    public void inspected(ImportFileId file, FileFormat format, long rows) {}

    @Override
    public void delete(ImportFileId file) {}

    @Override
    public void discard(ImportFileId file) {}

    @Override
    public int deleteUnusedBefore(Instant moment) {
        return 0;
    }
}
