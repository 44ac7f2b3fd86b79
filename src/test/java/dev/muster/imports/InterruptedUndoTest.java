package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.imports.FieldPolicies.Policy;
import dev.muster.members.MemberKind;
import dev.muster.members.StandardField;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;

/** Undos that are stopped between two chunks, asked for twice at once, or run beside an import of the same people. */
@ServiceTest
class InterruptedUndoTest {

    private static final int PEOPLE = 600;
    private static final int FEW = 50;
    private static final ImportSettings INVITING = new ImportSettings(MemberKind.ADVOCATE, true, List.of());

    @Autowired
    Users users;

    @Autowired
    ImportEnds ends;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate statistics;

    ImportKit imports;
    UndoKit undo;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        undo = new UndoKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void goesOnAfterTheLastChunkThatIsDone() {
        ImportId id = importInThrees();
        ImportId run = UndoKit.started(undo.desk().undo(id));

        assertThat(undo.job().run(run, stopAfter(2))).isEqualTo(RunImport.Ending.INTERRUPTED);

        ImportSnapshot stopped = undo.desk().find(run).orElseThrow();
        assertThat(stopped.state()).isEqualTo(ImportState.RUNNING);
        assertThat(stopped.totalRows()).isEqualTo(10);
        assertThat(stopped.processed()).isEqualTo(6);
        assertThat(stopped.percent()).isEqualTo(60);
        assertThat(imports.count("member")).isEqualTo(4);
        assertThat(imports.desk().active()).extracting(ImportSnapshot::id).containsExactly(run);
        assertThat(imports.desk().find(id).orElseThrow().state()).isEqualTo(ImportState.COMPLETED);

        undo.job().run(run, () -> false);
        assertWhole(id, run);
    }

    @Test
    void somebodyElseWhoIsBeingChangedHoldsUpNothing() {
        imports.run("Name,Email\nZoe,zoe@example.com\n", INVITING);
        ImportSnapshot done = imports.run(file(FEW), INVITING);
        IntStream.range(0, FEW).forEach(i -> undo.letter("p%d@example.com".formatted(i), "SENT"));
        undo.letter("zoe@example.com", "SENT");
        List.of("member", "invitation", "mail").forEach(table -> statistics.execute("ANALYZE TABLE " + table));
        ImportId run = UndoKit.started(undo.desk().undo(done.id()));
        try (var thread = Executors.newSingleThreadExecutor()) {
            transactions.executeWithoutResult(_ -> {
                imports.changeMember("zoe@example.com", "title = 'Edited'");
                jdbc.sql("UPDATE invitation SET state = 'USED' WHERE member_id = ?")
                        .param(undo.member("zoe@example.com").value())
                        .update();
                jdbc.sql("UPDATE mail SET state = 'BOUNCED' WHERE to_address = 'zoe@example.com'")
                        .update();
                assertThat(thread.submit(() -> undo.job().run(run, () -> false)))
                        .succeedsWithin(Duration.ofSeconds(5))
                        .isEqualTo(RunImport.Ending.DONE);
            });
        }

        assertThat(undo.found(run).members()).isEqualTo(FEW);
    }

    @Test
    void whoLostTheUndoTakesNothingMoreBack() {
        ImportId id = importInThrees();
        ImportId run = UndoKit.started(undo.desk().undo(id));

        RunImport.Ending ending = undo.job().run(run, after(1, () -> undo.job().run(run, () -> true)));

        assertThat(ending).isEqualTo(RunImport.Ending.DONE);
        assertThat(undo.desk().find(run).orElseThrow().processed()).isEqualTo(3);
        assertThat(imports.count("member")).isEqualTo(7);
        undo.job().run(run, () -> false);
        assertWhole(id, run);
    }

    @Test
    void anUndoThatWasGivenUpGoesOnWhenItIsAskedForAgain() {
        ImportId id = importInThrees();
        ImportId run = UndoKit.started(undo.desk().undo(id));
        undo.job().run(run, stopAfter(1));
        ends.giveUp(run, new FileProblem("Stopped.", "Go on."));
        assertThat(UndoRefusal.of(imports.desk().find(id).orElseThrow())).isEmpty();

        assertThat(UndoKit.started(undo.desk().undo(id))).isEqualTo(run);

        assertThat(undoJobs()).containsExactly(run.value() + ":0", run.value() + ":3");
        undo.job().run(run, () -> false);
        assertWhole(id, run);
    }

    @Test
    void aPreviewThatNobodyWantsAnyMoreStops() {
        ImportId id = importInThrees();
        ImportId preview = UndoKit.started(undo.desk().preview(id));

        undo.job().run(preview, after(1, () -> undo.desk().forget(preview)));

        assertThat(undo.desk().find(preview).orElseThrow().state()).isEqualTo(ImportState.CANCELLED);
        assertThat(imports.count("member")).isEqualTo(10);
    }

    @Test
    void ofManyWhoAskAtOnceOneStartsIt() throws Exception {
        ImportId id = importInThrees();
        SecurityContext manager = SecurityContextHolder.getContext();
        List<Callable<UndoOutcome>> clicks = IntStream.range(0, 4)
                .mapToObj(_ -> (Callable<UndoOutcome>) () -> {
                    SecurityContextHolder.setContext(manager);
                    return undo.desk().undo(id);
                })
                .toList();
        var outcomes = new ArrayList<UndoOutcome>();
        try (var threads = Executors.newFixedThreadPool(clicks.size())) {
            for (Future<UndoOutcome> click : threads.invokeAll(clicks)) {
                outcomes.add(click.get());
            }
        }

        assertThat(outcomes).filteredOn(UndoOutcome.Started.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(UndoOutcome.Refused.class::isInstance)
                .extracting(outcome -> ((UndoOutcome.Refused) outcome).reason())
                .containsOnly(UndoRefusal.BEING_UNDONE);
        assertThat(undoJobs()).hasSize(1);
    }

    @Test
    void whomAnImportChangesMeanwhileStaysAsThatLeavesThem() throws Exception {
        GroupOfImports both = startBoth();
        RunImport importing = imports.inChunksOf(50);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<RunImport.Ending> run : threads.invokeAll(List.<Callable<RunImport.Ending>>of(
                    () -> undo.job().run(both.undo(), () -> false), () -> importing.run(both.second(), () -> false)))) {
                assertThat(run.get()).isEqualTo(RunImport.Ending.DONE);
            }
        }

        assertThat(imports.desk().find(both.first()).orElseThrow().state()).isEqualTo(ImportState.UNDONE);
        ImportSnapshot second = imports.desk().find(both.second()).orElseThrow();
        assertThat(second.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(second.created() + second.updated()).isEqualTo(PEOPLE);
        assertThat(imports.count("member WHERE title = 'Second'")).isEqualTo(PEOPLE);
        assertThat(imports.count("membership s WHERE NOT EXISTS (SELECT 1 FROM member m WHERE m.id = s.member_id)"))
                .isZero();
        ImportUndo undone = undo.found(both.undo());
        assertThat(undone.members()).isEqualTo(second.created());
        assertThat(undone.members() + undone.kept()).isEqualTo(PEOPLE);
    }

    private record GroupOfImports(ImportId first, ImportId undo, ImportId second) {}

    private GroupOfImports startBoth() {
        var group = imports.group("EMEA");
        var settings = new ImportSettings(MemberKind.ADVOCATE, false, List.of(group))
                .withRows(new RowOptions(
                        List.of(),
                        FieldPolicies.standard().with(StandardField.TITLE, Policy.OVERWRITE),
                        null,
                        Set.of()));
        ImportId first = imports.desk().start(imports.store(people("First", false)), settings);
        imports.run(first, imports.inChunksOf(50));
        ImportId second = imports.desk().start(imports.store(people("Second", true)), settings);
        return new GroupOfImports(first, UndoKit.started(undo.desk().undo(first)), second);
    }

    private static String people(String title, boolean backwards) {
        return IntStream.range(0, PEOPLE)
                .map(i -> backwards ? PEOPLE - 1 - i : i)
                .mapToObj(i -> "P,p%d@example.com,%s\n".formatted(i, title))
                .collect(Collectors.joining("", "Name,Email,Title\n", ""));
    }

    private static String file(int people) {
        return IntStream.range(0, people)
                .mapToObj(i -> "P,p%d@example.com\n".formatted(i))
                .collect(Collectors.joining("", "Name,Email\n", ""));
    }

    private ImportId importInThrees() {
        ImportId id = imports.desk().start(imports.store(file(10)), ImportKit.AS_ADVOCATES);
        imports.run(id, imports.inChunksOf(3));
        return id;
    }

    private void assertWhole(ImportId id, ImportId run) {
        assertThat(undo.found(run).members()).isEqualTo(10);
        assertThat(imports.count("member")).isZero();
        assertThat(imports.desk().find(id).orElseThrow().state()).isEqualTo(ImportState.UNDONE);
        assertThat(undo.desk().find(run).orElseThrow().processed()).isEqualTo(10);
    }

    private List<String> undoJobs() {
        return jdbc.sql(
                        "SELECT task_instance FROM scheduled_tasks WHERE task_name = 'undo-import' ORDER BY task_instance")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static BooleanSupplier stopAfter(int chunks) {
        var edges = new AtomicInteger();
        return () -> edges.getAndIncrement() == chunks;
    }

    private static BooleanSupplier after(int chunks, Runnable deed) {
        var edges = new AtomicInteger();
        return () -> {
            if (edges.getAndIncrement() == chunks) {
                deed.run();
            }
            return false;
        };
    }
}
