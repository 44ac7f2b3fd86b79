package dev.muster.browser;

import dev.muster.testing.H2Url;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database file of an application that has stopped. */
final class HubDatabase {

    private HubDatabase() {}

    /** Opens the database of the application that kept its data in {@code directory}. */
    static Connection open(Path directory) throws SQLException {
        return DriverManager.getConnection(H2Url.file(directory.resolve("data")));
    }
}
