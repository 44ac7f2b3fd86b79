package dev.muster.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Where an H2 is, with the very options that the product opens its own with: no test runs on another H2 than people. */
public final class H2Url {

    private static final String DATA = "${muster.data}";
    private static final String USUAL = usual();

    private H2Url() {}

    /** Returns the URL of the database that a hub keeps in {@code data}. */
    public static String file(Path data) {
        return USUAL.replace(DATA, data.toString());
    }

    /** Returns the URL of the same file where two processes open it at once; H2 then closes it whenever the first one ends. */
    public static String shared(Path data) {
        return file(data).replace("DB_CLOSE_ON_EXIT=FALSE", "AUTO_SERVER=TRUE");
    }

    /** Returns the URL of a new database that lives in the memory of this JVM, as long as the JVM does. */
    public static String memory() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + USUAL.substring(USUAL.indexOf(';')) + ";DB_CLOSE_DELAY=-1";
    }

    private static String usual() {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties"))
                    .getProperty("spring.datasource.url");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
