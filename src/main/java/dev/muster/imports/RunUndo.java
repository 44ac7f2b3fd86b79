package dev.muster.imports;

import dev.muster.imports.RunImport.Ending;
import dev.muster.members.FieldDefinition;
import dev.muster.members.GroupSummary;
import dev.muster.members.ProfileFieldDesk;
import dev.muster.security.AuditDetail;
import dev.muster.security.AuditLog;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes an import back, or looks what that would do, from the last chunk that is done to the end. Can be called again
 * after any interruption, on any node.
 */
@Component
class RunUndo {

    private static final Logger LOG = LoggerFactory.getLogger(RunUndo.class);

    private final ImportRuns runs;
    private final ImportEnds ends;
    private final Snapshots snapshots;
    private final UndoRuns undos;
    private final UndoRows rows;
    private final TakeBackChunk chunks;
    private final ProfileFieldDesk fields;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    RunUndo(
            ImportRuns runs,
            ImportEnds ends,
            Snapshots snapshots,
            UndoRuns undos,
            UndoRows rows,
            TakeBackChunk chunks,
            ProfileFieldDesk fields,
            AuditLog audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.runs = runs;
        this.ends = ends;
        this.snapshots = snapshots;
        this.undos = undos;
        this.rows = rows;
        this.chunks = chunks;
        this.fields = fields;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Runs the undo.
     *
     * @param stopping asked between two chunks; once it says yes, the run stops there
     */
    Ending run(ImportId id, BooleanSupplier stopping) {
        return runs.begin(id).map(run -> work(run, stopping)).orElse(Ending.DONE);
    }

    private Ending work(ImportRun run, BooleanSupplier stopping) {
        events.publishEvent(new ImportTouched(run.id()));
        try {
            return takeBack(open(run), stopping);
        } catch (FenceLostException e) {
            LOG.info(
                    "The undo {} goes on elsewhere or has ended; this run of it stops.",
                    run.id().value());
            return Ending.DONE;
        } finally {
            events.publishEvent(new ImportTouched(run.id()));
        }
    }

    private UndoSession open(ImportRun run) {
        ImportId of = undos.importOf(run.id());
        undos.counted(run, of);
        var rules = new UndoRules(
                run.groups().stream().map(GroupSummary::id).collect(Collectors.toSet()),
                fields.definitions().stream().collect(Collectors.toMap(FieldDefinition::id, Function.identity())));
        return new UndoSession(run, of, rules, rows.firstLines(of, run.invite()));
    }

    private Ending takeBack(UndoSession session, BooleanSupplier stopping) {
        for (int next = session.run().lastChunk() + 1; ; next++) {
            if (stopping.getAsBoolean()) {
                runs.endedWithAWord(session.run().id());
                return Ending.INTERRUPTED;
            }
            Optional<WrittenChunk> chunk = rows.chunk(session.of(), next);
            if (chunk.isEmpty()) {
                finish(session);
                return Ending.DONE;
            }
            chunks.takeBack(session, chunk.get());
        }
    }

    private void finish(UndoSession session) {
        ImportRun run = session.run();
        if (session.isPreview()) {
            ends.checked(run);
            return;
        }
        transaction.executeWithoutResult(_ -> {
            undos.finish(run, session.of());
            snapshots
                    .find(run.id())
                    .map(ImportSnapshot::undo)
                    .ifPresent(undo -> audit.record(
                            run.startedBy(),
                            "import.undone",
                            "import",
                            Long.toString(session.of().value()),
                            detail(run.fileName(), undo).text()));
        });
        LOG.info("Import {} is undone.", session.of().value());
    }

    private static AuditDetail detail(String fileName, ImportUndo undo) {
        return AuditDetail.named(fileName)
                .with("Members removed", null, undo.members())
                .with("Values taken back", null, undo.restored())
                .with("Memberships removed", null, undo.memberships())
                .with("Invitations cancelled", null, undo.invitations())
                .with("Not taken back", null, undo.kept());
    }
}
