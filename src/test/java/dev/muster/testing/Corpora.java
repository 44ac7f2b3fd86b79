package dev.muster.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files that others collected to break readers. They lie beside the project and are never copied into it; where they are
 * missing, the tests over them are skipped. The environment's {@code MUSTER_CORPORA} says where else they are.
 */
public final class Corpora {

    private static final Path FOLDER =
            Path.of(Optional.ofNullable(System.getenv("MUSTER_CORPORA")).orElse("../shared/corpora"));

    private Corpora() {}

    /** Returns {@code path} in the corpora; skips the test that asks where there is none. */
    public static Path path(String path) {
        assumeTrue(
                Files.isDirectory(FOLDER),
                "Skipped: no corpora in %s; MUSTER_CORPORA can name another folder."
                        .formatted(FOLDER.toAbsolutePath()));
        return FOLDER.resolve(path);
    }

    /** Returns the bytes of one of the files. */
    public static byte[] bytes(String path) throws IOException {
        return Files.readAllBytes(path(path));
    }
}
