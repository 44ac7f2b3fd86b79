package dev.muster.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The room on the disk of the H2 file. H2 closes itself for good when a write fails, whatever it is about, and only a new
 * process opens it again: so nothing large is begun where little room is left. The disk of a MariaDB is its own affair.
 */
@Component
class DiskRoom {

    private final Path data;
    private final boolean isOurs;
    private final long reserve;

    /**
     * @param reserve the bytes that stay free for all that is not an import
     */
    DiskRoom(
            @Value("${muster.data}") String data,
            @Value("${spring.datasource.url}") String url,
            @Value("${muster.disk-reserve}") long reserve) {
        this.data = Path.of(data);
        this.isOurs = url.startsWith("jdbc:h2:file:");
        this.reserve = reserve;
    }

    /**
     * Sees to it that there is room for a little more.
     *
     * @throws NoRoomException where there is not
     */
    void require() {
        try {
            if (isOurs && Files.getFileStore(data).getUsableSpace() < reserve) {
                throw new NoRoomException(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
