package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.security.LoggedIn;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import dev.muster.testing.Users;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

@ServiceTest
class FilesInDatabaseTest {

    @Autowired
    Users users;

    @Autowired
    SettableClock clock;

    @Autowired
    FileStore files;

    @Autowired
    DiskRoom room;

    ImportKit imports;
    LoggedIn mara;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        mara = users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void aFileOfLongAgoThatIsImportedInThisMomentIsNotRemoved(@Autowired TransactionOperations transactions)
            throws Exception {
        ImportFileId file = imports.store("Name,Email\nA,a@example.com\n");
        clock.advance(Duration.ofDays(2));
        var removing = new AtomicReference<CompletableFuture<Integer>>();

        transactions.executeWithoutResult(_ -> {
            imports.desk().startUnlessImported(file, ImportKit.AS_ADVOCATES, null, null);
            removing.set(CompletableFuture.supplyAsync(
                    () -> files.deleteUnusedBefore(clock.instant()), Thread::startVirtualThread));
            assertThat(removing.get()).as("waits for the import").failsWithin(Duration.ofSeconds(1));
        });

        removing.get().exceptionally(_ -> 0).get(20, TimeUnit.SECONDS);
        StoredFile kept = files.find(file).orElseThrow();
        try (InputStream stored = files.open(kept)) {
            assertThat(stored.readAllBytes()).hasSize((int) kept.bytes());
        }
    }

    @Test
    void givesBackEveryByte() throws IOException {
        var content = new byte[4 * FilesInDatabase.PIECE + 17];
        new Random(3).nextBytes(content);

        ImportFileId id = files.write("../../up\\load\u202e.csv", new ByteArrayInputStream(content), mara.id());

        StoredFile file = files.find(id).orElseThrow();
        assertThat(file.fileName()).isEqualTo("load.csv");
        assertThat(file.bytes()).isEqualTo(content.length);
        assertThat(file.pieces()).isEqualTo(5);
        try (InputStream stored = files.open(file)) {
            assertThat(stored.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void leavesNothingOfAFileThatIsTooLargeOrBreaksOff() {
        var limited = imports.filesWithin(new ImportLimits(3L << 20, 10, 10, 10, 1, 10), room);
        var large = new ByteArrayInputStream(new byte[(3 << 20) + 1]);

        assertThatThrownBy(() -> limited.write("a.csv", large, mara.id()))
                .isInstanceOfSatisfying(
                        FileTooLargeException.class, e -> assertThat(e.limit()).isEqualTo(3 << 20));
        var broken = new SequenceInputStream(new ByteArrayInputStream(new byte[2 << 20]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The line went dead.");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        });
        assertThatThrownBy(() -> limited.write("b.csv", broken, mara.id())).isInstanceOf(IOException.class);
        assertThat(imports.count("import_file")).isZero();
        assertThat(imports.count("import_file_piece")).isZero();
    }

    @Test
    void takesNothingInWhereTheDiskIsAllButFull() {
        var noRoom = new DiskRoom(".", "jdbc:h2:file:./data/muster", Long.MAX_VALUE);
        var full = imports.filesWithin(new ImportLimits(3L << 20, 10, 10, 10, 1, 10), noRoom);

        assertThatThrownBy(() -> full.write("a.csv", new ByteArrayInputStream(new byte[1]), mara.id()))
                .isInstanceOf(NoRoomException.class)
                .hasMessage("Too little room is left on the disk of ..");

        assertThat(imports.count("import_file")).isZero();
        new DiskRoom(".", "jdbc:mariadb://db/muster", Long.MAX_VALUE).require();
        new DiskRoom(".", "jdbc:h2:file:./data/muster", 1).require();
    }

    @Test
    void removesFilesThatNoImportUsesAfterADay() {
        String csv = "Name,Email\nA,a@example.com\n";
        ImportFileId used = imports.store(csv);
        imports.desk().start(used, ImportKit.AS_ADVOCATES);
        ImportFileId unused = imports.store(csv);
        clock.advance(Duration.ofHours(24));
        ImportFileId fresh = imports.store(csv);

        assertThat(files.deleteUnusedBefore(
                        clock.instant().minus(Duration.ofHours(24)).plusSeconds(1)))
                .isEqualTo(1);
        imports.desk().discard(used);

        assertThat(files.find(unused)).isEmpty();
        assertThat(files.find(used)).isPresent();
        assertThat(files.find(fresh)).isPresent();
        imports.desk().discard(fresh);
        assertThat(files.find(fresh)).isEmpty();
    }
}
