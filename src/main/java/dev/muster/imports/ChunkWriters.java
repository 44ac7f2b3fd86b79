package dev.muster.imports;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Writes the chunks of one import, a few of them side by side: while the database works on one, the next is prepared and
 * sent already. Rows from the first on that is about somebody whom an unfinished chunk is about, too, are a chunk that has
 * to see what that one does; so what a row does never depends on how many write. Belongs to one thread.
 */
final class ChunkWriters implements AutoCloseable {

    /** Writes a chunk when its turn comes. */
    interface Writing {
        void write(PreparedChunk chunk, Turn turn);
    }

    /** Fewer rows than these cost more as a chunk of their own than is won by writing them before the rest may be. */
    private static final int WORTH_A_CHUNK = 250;

    private record Unfinished(PreparedChunk chunk, Future<?> end) {}

    private final Writing writing;
    private final Deque<Unfinished> unfinished = new ArrayDeque<>();
    private final ExecutorService threads = ImportThreads.pool("import-writer");
    private Turn last = Turn.first();
    private boolean isFirst = true;

    ChunkWriters(Writing writing) {
        this.writing = writing;
    }

    /**
     * Starts to write the next chunk of the file, and returns when fewer than {@code most} are unfinished; with 1, when
     * it is written.
     *
     * @throws RuntimeException what an earlier chunk failed with; nothing after that one is written
     */
    void write(PreparedChunk chunk, int most) {
        int all = chunk.rows().size();
        int free = rowsBeforeUnfinished(chunk);
        while (free < WORTH_A_CHUNK && free < all && unfinished.size() > 1) {
            finishFirst(); // until those people are only in the last
            free = rowsBeforeUnfinished(chunk);
        }
        if (free >= WORTH_A_CHUNK && free < all) {
            chunk.cut(free).forEach(part -> write(part, most));
            return;
        }
        Turn turn = nextTurn(free < all);
        unfinished.add(new Unfinished(chunk, threads.submit(() -> writeInTurn(chunk, turn))));
        while (unfinished.size() >= most) {
            finishFirst();
        }
    }

    private Turn nextTurn(boolean isAboutTheSame) {
        if (isFirst) {
            isFirst = false;
        } else {
            last = isAboutTheSame ? last.nextAboutTheSame() : last.next();
        }
        return last;
    }

    /**
     * Waits until every chunk is written.
     *
     * @throws RuntimeException what one of them failed with
     */
    void finish() {
        while (!unfinished.isEmpty()) {
            finishFirst();
        }
    }

    /** Returns how many rows come before the first that has to see what an unfinished chunk does. */
    private int rowsBeforeUnfinished(PreparedChunk chunk) {
        return unfinished.stream()
                .mapToInt(one -> chunk.rowsBefore(one.chunk()))
                .min()
                .orElse(chunk.rows().size());
    }

    private void writeInTurn(PreparedChunk chunk, Turn turn) {
        try {
            writing.write(chunk, turn);
            turn.committed();
        } catch (RuntimeException | Error e) {
            turn.failed(e);
            throw e;
        }
    }

    private void finishFirst() {
        try {
            unfinished.removeFirst().end().get();
        } catch (ExecutionException e) {
            switch (Objects.requireNonNull(e.getCause())) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case Throwable cause -> throw new IllegalStateException(cause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while chunks are written.", e);
        }
    }

    /** Waits for whatever is still being written: the import is nobody's before that. */
    @Override
    public void close() {
        threads.close();
    }
}
