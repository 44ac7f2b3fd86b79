package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.common.Catalogue;
import dev.muster.security.AuditLog;
import dev.muster.security.CurrentUser;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.transaction.support.TransactionOperations;

/** One admin imports the corrected rows while another one corrects them. */
@ServiceTest
class CorrectionsAtOnceTest {

    private static final String FILE = """
            Name,Email
            Ana,ana kovacic@adria.example
            Lena,lena@@orbitel.example
            """;

    @Autowired
    Users users;

    @Autowired
    CorrectionDesk corrections;

    @Autowired
    RowsToFix toFix;

    @Autowired
    ApplicationContext application;

    final ExecutorService other = Executors.newSingleThreadExecutor();

    ImportKit imports;
    ImportId id;

    @BeforeEach
    void correctTheFirstRow() {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
        id = imports.run(FILE).id();
        corrections.correct(id, 2, List.of("Ana", "ana@adria.example", ""));
    }

    @AfterEach
    void stop() {
        other.shutdownNow();
    }

    @Test
    void aRowMadeReadyWhileTheFileIsWrittenIsNotLost() throws Exception {
        Future<FixableRow> saved =
                whileTheFileIsWritten(() -> corrections.correct(id, 3, List.of("Lena", "lena@orbitel.example", "")));

        assertThat(saved.get().state()).isEqualTo(FixableRow.State.READY);
        assertThat(imports.member("lena@orbitel.example", "name")).isEqualTo("none");
        assertThat(toFix.ready(id)).isEqualTo(1);
        imports.run(corrections.importReady(id).orElseThrow());
        assertThat(imports.member("lena@orbitel.example", "name")).isEqualTo("Lena");
    }

    @Test
    void whoChangesARowThatIsBeingImportedIsTold() throws Exception {
        Future<FixableRow> saved =
                whileTheFileIsWritten(() -> corrections.correct(id, 2, List.of("Ana", "ana.k@adria.example", "")));

        assertThat(saved.get().state()).isEqualTo(FixableRow.State.IMPORTED);
        assertThat(saved.get().cells()).startsWith("Ana", "ana@adria.example");
        assertThat(saved.get().issues())
                .extracting(ImportedRow.RowIssue::message)
                .containsExactly("Somebody imported this row meanwhile. What was written here since is not kept.");
        assertThat(imports.member("ana@adria.example", "name")).isEqualTo("Ana");
    }

    @Test
    void whoTakesBackARowThatIsBeingImportedIsTold() throws Exception {
        Future<FixableRow> takenBack = whileTheFileIsWritten(() -> corrections.takeBack(id, 2));

        assertThat(takenBack.get().state()).isEqualTo(FixableRow.State.IMPORTED);
        assertThat(takenBack.get().cells()).startsWith("Ana", "ana@adria.example");
        assertThat(takenBack.get().issues())
                .extracting(ImportedRow.RowIssue::message)
                .containsExactly("Somebody imported this row meanwhile. What was written here since is not kept.");
        assertThat(imports.member("ana@adria.example", "name")).isEqualTo("Ana");
    }

    /** Imports the corrected rows, and has somebody else do something between their file and the note that they are imported. */
    private <T> Future<T> whileTheFileIsWritten(Callable<T> deed) {
        var asMara = new DelegatingSecurityContextCallable<>(deed);
        var begun = new ArrayList<Future<T>>();
        FileStore files = afterWriting(() -> {
            begun.add(other.submit(asMara));
            // Whoever waits for the lock does not come back before the import is started; half a second is enough to go
            // wrong.
            try {
                return begun.getFirst().get(500, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                return begun;
            }
        });
        Optional<ImportId> next = application
                .getBean(TransactionOperations.class)
                .execute(_ -> deskWith(files).importReady(id));
        imports.run(next.orElseThrow());
        return begun.getFirst();
    }

    private FileStore afterWriting(Callable<?> deed) {
        FileStore files = application.getBean(FileStore.class);
        return (FileStore) Proxy.newProxyInstance(
                FileStore.class.getClassLoader(), new Class<?>[] {FileStore.class}, (_, method, arguments) -> {
                    try {
                        Object result = method.invoke(files, arguments);
                        if (method.getName().equals("write")) {
                            deed.call();
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private CorrectionDesk deskWith(FileStore files) {
        Corrections rows = application.getBean(Corrections.class);
        Catalogue catalogue = application.getBean(Catalogue.class);
        return new CorrectionDesk(
                rows,
                application.getBean(CorrectionCheck.class),
                new CorrectionFile(rows, files, application.getBean(Snapshots.class), catalogue),
                application.getBean(FixableRows.class),
                application.getBean(ImportRuns.class),
                application.getBean(ImportOrders.class),
                application.getBean(ImportQueue.class),
                application.getBean(CurrentUser.class),
                application.getBean(AuditLog.class));
    }
}
