package dev.muster.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** What MariaDB does at best: LOAD DATA of the file as it is, faulty rows and all. */
final class LoadData implements AutoCloseable {

    private static final String COLUMNS = """
            name VARCHAR(255), email VARCHAR(255), title VARCHAR(300), company VARCHAR(255), salesforce_id VARCHAR(255),
            external_contact_id VARCHAR(255), external_account_id VARCHAR(255), position VARCHAR(255),
            industry VARCHAR(255), product VARCHAR(1000)""";

    private final Connection connection;
    private final String schema;

    /**
     * @param schema the database in which Muster has its tables; the one of {@code connection} gets a copy of one of them
     */
    LoadData(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** Loads the file into one table with a unique address; returns the seconds. */
    double intoFlatTable(Path file) throws SQLException, InterruptedException {
        run("DROP TABLE IF EXISTS flat");
        run("CREATE TABLE flat (" + COLUMNS + ", UNIQUE (email)) ENGINE=InnoDB CHARSET=utf8mb4");
        Rest.await();
        long start = System.nanoTime();
        load(file, "flat");
        return since(start);
    }

    /** Loads the file and brings its rows into a table like Muster's own, with its indexes; returns the seconds. */
    double intoSchema(Path file) throws SQLException, InterruptedException {
        run("DROP TABLE IF EXISTS staging");
        run("DROP TABLE IF EXISTS member");
        run("CREATE TABLE staging (" + COLUMNS + ") ENGINE=InnoDB CHARSET=utf8mb4");
        run("CREATE TABLE member LIKE " + schema + ".member");
        Rest.await();
        long start = System.nanoTime();
        load(file, "staging");
        run("SET @id = 0");
        run("""
                INSERT IGNORE INTO member (id, version, name, email, email_key, title, company, salesforce_id,
                    external_contact_id, external_account_id, field_values, kind, source, import_id, created_at)
                SELECT @id := @id + 1, 0, name, email, LOWER(email), LEFT(title, 255), company, salesforce_id,
                    external_contact_id, external_account_id,
                    CONCAT('{"1":["', position, '"],"2":["', industry, '"],"3":["', REPLACE(product, ', ', '","'), '"]}'),
                    'ADVOCATE', 'CSV_IMPORT', 1, '2026-11-22 00:00:00'
                FROM staging WHERE email LIKE '%_@_%' AND name <> ''""");
        return since(start);
    }

    private void load(Path file, String table) throws SQLException {
        run("LOAD DATA LOCAL INFILE '" + file.toAbsolutePath() + "' IGNORE INTO TABLE " + table
                + " CHARACTER SET utf8mb4 FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '\"'"
                + " LINES TERMINATED BY '\\r\\n' IGNORE 1 LINES");
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
