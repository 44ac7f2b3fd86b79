package dev.muster.imports;

import dev.muster.common.ForcedIndex;
import dev.muster.common.Utc;
import dev.muster.common.WhiteSpace;
import dev.muster.security.AccountId;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps files in the database, in pieces of 256 KiB. A few pieces are a short transaction: an upload goes on as long as
 * somebody's line is slow, and must not hold a connection meanwhile.
 */
@Component
class FilesInDatabase implements FileStore {

    /** MariaDB's driver takes a buffer of 16 MiB for each message that might be over 1 MiB if every byte were escaped. */
    static final int PIECE = 1 << 18;

    /** Several in one message, which is not escaped then, and one commit for all of them. */
    private static final int PIECES_AT_ONCE = 3;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ImportLimits limits;
    private final DiskRoom room;

    FilesInDatabase(
            JdbcClient jdbc,
            JdbcTemplate batches,
            PlatformTransactionManager transactions,
            Clock clock,
            ImportLimits limits,
            DiskRoom room) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.limits = limits;
        this.room = room;
    }

    @Override
    public ImportFileId write(String fileName, InputStream content, AccountId uploader) throws IOException {
        var id = new ImportFileId(jdbc.sql("SELECT NEXT VALUE FOR import_file_seq")
                .query(Long.class)
                .single());
        jdbc.sql("""
                        INSERT INTO import_file (id, file_name, bytes, pieces, uploaded_at, uploaded_by)
                        VALUES (?, ?, 0, 0, ?, ?)""")
                .params(id.value(), FileName.safe(fileName), Utc.toColumn(clock.instant()), uploader.value())
                .update();
        try {
            writePieces(id, fileName, content);
            return id;
        } catch (IOException | RuntimeException e) {
            delete(id);
            throw e;
        }
    }

    private void writePieces(ImportFileId id, String fileName, InputStream content) throws IOException {
        MessageDigest digest = sha256();
        var hashed = new DigestInputStream(content, digest);
        long bytes = 0;
        int pieces = 0;
        List<byte[]> some = next(hashed);
        while (!some.isEmpty()) {
            room.require();
            bytes += some.stream().mapToLong(piece -> piece.length).sum();
            if (bytes > limits.maxBytes()) {
                throw new FileTooLargeException(WhiteSpace.clean(fileName), limits.maxBytes());
            }
            insert(id, pieces, some);
            pieces += some.size();
            some = next(hashed);
        }
        jdbc.sql("UPDATE import_file SET bytes = ?, pieces = ?, sha256 = ? WHERE id = ?")
                .params(bytes, pieces, HexFormat.of().formatHex(digest.digest()), id.value())
                .update();
    }

    private static List<byte[]> next(InputStream content) throws IOException {
        var some = new ArrayList<byte[]>(PIECES_AT_ONCE);
        byte[] piece = content.readNBytes(PIECE);
        while (piece.length > 0) {
            some.add(piece);
            piece = some.size() < PIECES_AT_ONCE ? content.readNBytes(PIECE) : new byte[0];
        }
        return some;
    }

    private void insert(ImportFileId id, int first, List<byte[]> some) {
        var next = new AtomicInteger(first);
        transaction.executeWithoutResult(_ -> batches.batchUpdate(
                "INSERT INTO import_file_piece (file_id, piece, content) VALUES (?, ?, ?)",
                some,
                some.size(),
                (row, piece) -> {
                    row.setLong(1, id.value());
                    row.setInt(2, next.getAndIncrement());
                    row.setBytes(3, piece);
                }));
    }

    @Override
    public Optional<StoredFile> find(ImportFileId id) {
        return jdbc.sql("""
                        SELECT file_name, bytes, pieces, file_format, inspected_rows FROM import_file
                        WHERE id = ? AND sha256 IS NOT NULL""")
                .param(id.value())
                .query((row, _) -> new StoredFile(
                        id,
                        row.getString("file_name"),
                        row.getLong("bytes"),
                        row.getInt("pieces"),
                        Optional.ofNullable(row.getString("file_format"))
                                .map(FileFormat::parse)
                                .orElse(null),
                        row.getObject("inspected_rows", Long.class)))
                .optional();
    }

    @Override
    public InputStream open(StoredFile file) {
        return new PieceStream(piece -> piece < file.pieces() ? piece(file.id(), piece) : PieceStream.END);
    }

    private byte[] piece(ImportFileId file, int piece) {
        return jdbc.sql("SELECT content FROM import_file_piece WHERE file_id = ? AND piece = ?")
                .params(file.value(), piece)
                .query((row, _) -> row.getBytes("content"))
                .single();
    }

    @Override
    public void inspected(ImportFileId file, FileFormat format, long rows) {
        jdbc.sql("UPDATE import_file SET file_format = ?, inspected_rows = ? WHERE id = ?")
                .params(format.toText(), rows, file.value())
                .update();
    }

    @Override
    public void delete(ImportFileId file) {
        transaction.executeWithoutResult(_ -> deleteUnused(file));
    }

    /** Whoever starts an import of the file holds its row: they are waited for, and then it is used. */
    private void deleteUnused(ImportFileId file) {
        jdbc.sql("SELECT id FROM import_file" + ForcedIndex.PRIMARY + " WHERE id = ? FOR UPDATE")
                .param(file.value())
                .query(Long.class)
                .list();
        if (isUsed(file)) {
            return;
        }
        jdbc.sql("DELETE FROM import_file_piece WHERE file_id = ?")
                .param(file.value())
                .update();
        jdbc.sql("DELETE FROM import_file WHERE id = ?").param(file.value()).update();
    }

    @Override
    public void discard(ImportFileId file) {
        jdbc.sql("UPDATE import_file SET discarded_at = ? WHERE id = ?")
                .params(Utc.toColumn(clock.instant()), file.value())
                .update();
        delete(file);
    }

    @Override
    public int deleteUnusedBefore(Instant moment) {
        List<ImportFileId> unused = jdbc.sql("""
                        SELECT id FROM import_file WHERE (uploaded_at < ? OR discarded_at IS NOT NULL)
                        AND NOT EXISTS (SELECT 1 FROM import_run WHERE import_run.file_id = import_file.id)""")
                .param(Utc.toColumn(moment))
                .query((row, _) -> new ImportFileId(row.getLong("id")))
                .list();
        unused.forEach(this::delete);
        return unused.size();
    }

    private boolean isUsed(ImportFileId file) {
        return jdbc.sql("SELECT COUNT(*) FROM import_run WHERE file_id = ?")
                        .param(file.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}
