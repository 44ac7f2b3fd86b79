package dev.muster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.common.ui.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text that the sources name is in the catalogue. */
class CatalogueTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /** A literal key in full: one that is put together at run time ends in a dot and is left out. */
    private static final Pattern KEY = Pattern.compile(
            "(?:getTranslation\\(|\\btext\\(|@Menu\\([^)]*title = |super\\()\\s*\"([a-z]+(?:\\.[A-Za-z0-9_-]+)+)\"");

    @Test
    void everyKeyOfTheSourcesIsInTheCatalogue() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> KEY.matcher(read(file)).results().forEach(match -> keys.add(match.group(1))));
        }
        assertThat(keys).isNotEmpty();
        keys.removeAll(catalogue().stringPropertyNames());

        assertThat(keys).isEmpty();
    }

    @Test
    void everyStateHasAWord() throws IOException {
        assertThat(catalogue().stringPropertyNames())
                .containsAll(Stream.of(State.values()).map(State::key).toList());
    }

    private static Properties catalogue() throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/vaadin-i18n/translations.properties"))) {
            texts.load(reader);
        }
        return texts;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
