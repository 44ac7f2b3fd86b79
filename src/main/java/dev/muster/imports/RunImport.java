package dev.muster.imports;

import dev.muster.common.Catalogue;
import dev.muster.imports.ImportRuns.Company;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Runs an import from the last chunk that was written to the end of its file, or to where it is stopped. Can be called
 * again after any interruption, on any node.
 */
@Component
class RunImport {

    private static final Logger LOG = LoggerFactory.getLogger(RunImport.class);

    /** How a run ended. */
    enum Ending {
        /** Nothing is left to do for the import. */
        DONE,
        /** Someone asked for the thread; the import is to be taken up again. */
        INTERRUPTED
    }

    private final ImportRuns runs;
    private final ImportEnds ends;
    private final ImportOpening opening;
    private final WriteChunk writing;
    private final CheckChunk checking;
    private final FinishImport finishing;
    private final ApplicationEventPublisher events;
    private final Catalogue catalogue;

    RunImport(
            ImportRuns runs,
            ImportEnds ends,
            ImportOpening opening,
            WriteChunk writing,
            CheckChunk checking,
            FinishImport finishing,
            ApplicationEventPublisher events,
            Catalogue catalogue) {
        this.runs = runs;
        this.ends = ends;
        this.opening = opening;
        this.writing = writing;
        this.checking = checking;
        this.finishing = finishing;
        this.events = events;
        this.catalogue = catalogue;
    }

    /**
     * Runs the import.
     *
     * @param stopping asked between two chunks; once it says yes, the run stops there
     */
    Ending run(ImportId id, BooleanSupplier stopping) {
        return runs.begin(id).map(run -> work(run, stopping)).orElse(Ending.DONE);
    }

    private Ending work(ImportRun run, BooleanSupplier stopping) {
        events.publishEvent(new ImportTouched(run.id()));
        try (ImportSession session = opening.open(run)) {
            return write(session, stopping);
        } catch (UnusableFileException e) {
            ends.fail(run, e.problem(catalogue));
            return Ending.DONE;
        } catch (FenceLostException e) {
            LOG.info(
                    "Import {} goes on elsewhere or has ended; this run of it stops.",
                    run.id().value());
            return Ending.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            events.publishEvent(new ImportTouched(run.id()));
        }
    }

    private Ending write(ImportSession session, BooleanSupplier stopping) throws IOException {
        ChunkWriters.Writing each = session.run().isCheck()
                ? (chunk, turn) -> checking.check(session, chunk, turn)
                : (chunk, turn) -> writing.write(session, chunk, turn);
        try (var writers = new ChunkWriters(each)) {
            return writeChunks(session, writers, stopping);
        }
    }

    private void finish(ImportRun run) {
        if (run.isCheck()) {
            ends.checked(run);
        } else {
            finishing.finish(run);
        }
    }

    private Ending writeChunks(ImportSession session, ChunkWriters writers, BooleanSupplier stopping)
            throws IOException {
        while (true) {
            boolean isStopping = stopping.getAsBoolean();
            Company company = runs.company(session.run());
            if (isStopping || company.isCancelRequested()) {
                writers.finish();
                runs.endedWithAWord(session.run().id());
                return ends.cancelIfRequested(session.run()) ? Ending.DONE : Ending.INTERRUPTED;
            }
            var chunk = session.nextChunk();
            if (chunk.isEmpty()) {
                writers.finish();
                finish(session.run());
                return Ending.DONE;
            }
            // Another import may be about the same people, and would have to wait for a chunk that waits for its turn.
            boolean isSideBySide = company.isAlone() && chunk.get().rows().size() > 1;
            writers.write(chunk.get(), isSideBySide ? session.writers() : 1);
        }
    }
}
