package dev.muster.bench;

import dev.muster.testing.ContactFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that are imported, each made once. */
final class BenchFiles {

    private final Path directory;

    BenchFiles(Path directory) {
        this.directory = directory;
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Returns a file of so many contacts. */
    Path contacts(int rows) {
        return file(
                "contacts-" + rows, out -> ContactFile.write(out, BenchPlan.SEED, rows, BenchPlan.FAULTS_PER_MILLE));
    }

    /** Returns a file of as many contacts without any fault, for those who cannot stand one. */
    Path faultless(int rows) {
        return file("faultless-" + rows, out -> ContactFile.write(out, BenchPlan.SEED, rows, 0));
    }

    /** Returns a file of the same contacts, each with another position. */
    Path changed(int rows) {
        return file(
                "changed-" + rows,
                out -> ContactFile.writeChanged(out, BenchPlan.SEED, rows, BenchPlan.FAULTS_PER_MILLE));
    }

    /** Returns a file of as many contacts, of whom {@link #contacts} has the first half, by other names and positions. */
    Path halfNew(int rows) {
        return file(
                "half-new-" + rows,
                out -> ContactFile.writeFrom(rows / 2, out, BenchPlan.SEED + 1, rows, BenchPlan.FAULTS_PER_MILLE));
    }

    private Path file(String name, Writing writing) {
        Path file = directory.resolve(name + ".csv");
        if (!Files.exists(file)) {
            try (var out = Files.newOutputStream(file)) {
                writing.to(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file;
    }
}
