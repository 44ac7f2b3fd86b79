package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Files are looked through while they come in. */
@ServiceTest
class ArrivingFileTest {

    private static final int ROWS = 20_000;

    @Autowired
    Users users;

    @Autowired
    FileStore files;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void aSoundFileIsCountedWhenItIsThere() {
        StoredFile file = stored(people(ROWS).getBytes(StandardCharsets.UTF_8));

        assertThat(file.pieces()).as("more than one piece").isGreaterThan(1);
        assertThat(file.inspectedRows()).isEqualTo(ROWS);
        assertThat(file.format()).isEqualTo(new FileFormat(TextEncoding.UTF_8, Delimiter.SEMICOLON));
        var usable = (FileInspection.Usable) imports.desk().inspect(file.id());
        assertThat(usable.rows()).isEqualTo(ROWS);
        assertThat(usable.preview()).hasSize(FileTop.PREVIEW_ROWS);
    }

    @Test
    void anEmptyFileAndOneOfAHeaderAloneAreNotCounted() {
        assertThat(stored(new byte[0]).inspectedRows()).isNull();
        assertThat(stored("Name,Email\n".getBytes(StandardCharsets.UTF_8)).inspectedRows())
                .isNull();
    }

    @Test
    void whereTheLookFindsFaultTheFileIsStoredWholeAndTheInspectionSaysWhatItIs() {
        String unclosed = people(10) + "\"Ada;ada@example.com\n" + people(ROWS);
        StoredFile file = stored(unclosed.getBytes(StandardCharsets.UTF_8));

        assertThat(file.bytes()).isEqualTo(unclosed.length());
        assertThat(file.inspectedRows()).isNull();
        assertThat(imports.desk().inspect(file.id()))
                .isInstanceOfSatisfying(
                        FileInspection.Unusable.class,
                        unusable -> assertThat(unusable.problem().message())
                                .isEqualTo("A quote opened in line 12 is never closed."));
    }

    @Test
    void aFileInAnOlderEncodingIsCountedByTheInspection() {
        String text = people(ROWS) + "José;jose@example.com\n";
        StoredFile file = stored(text.getBytes(Charset.forName("windows-1252")));

        assertThat(file.inspectedRows()).isNull();
        assertThat(((FileInspection.Usable) imports.desk().inspect(file.id())).rows())
                .isEqualTo(ROWS + 1);
    }

    @Test
    void anUploadThatBreaksOffLeavesNoThreadBehind() {
        var broken = new SequenceInputStream(
                new ByteArrayInputStream(people(ROWS).getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("The line is cut.");
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        return read();
                    }
                });

        assertThatThrownBy(() -> imports.desk().store("broken.csv", broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("The line is cut.");

        awaitNoLook();
    }

    @Test
    void whoeverIsInterruptedLeavesNoThreadBehindAndStaysInterrupted() throws IOException {
        try (var arriving = new ArrivingFile("people.csv", InputStream.nullInputStream(), ROWS)) {
            assertThat(arriving.content().readNBytes(1)).isEmpty();
            Thread.currentThread().interrupt();
        }

        assertThat(Thread.interrupted()).isTrue();
        awaitNoLook();
    }

    private static void awaitNoLook() {
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("upload-look")));
    }

    private StoredFile stored(byte[] content) {
        ImportFileId id = imports.desk().store("people.csv", new ByteArrayInputStream(content));
        return Objects.requireNonNull(files.find(id).orElse(null));
    }

    private static String people(int rows) {
        var csv = new StringBuilder("Name;Email\n");
        for (int i = 0; i < rows; i++) {
            csv.append("Ada Lovelace %d;ada.%d@example.com\n".formatted(i, i));
        }
        return csv.toString();
    }
}
