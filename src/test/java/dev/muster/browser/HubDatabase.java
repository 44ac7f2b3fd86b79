package dev.muster.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database file of an application that has stopped. */
final class HubDatabase {

    private HubDatabase() {}

    /** Opens the database of the application that kept its data in {@code directory}. */
    static Connection open(Path directory) throws IOException, SQLException {
        try (var files = Files.walk(directory.resolve("data"))) {
            Path file = files.filter(one -> one.toString().endsWith(".mv.db"))
                    .findFirst()
                    .orElseThrow();
            return DriverManager.getConnection(
                    "jdbc:h2:file:%s;MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
                            .formatted(file.toString().replaceAll("\\.mv\\.db$", "")));
        }
    }
}
