package dev.muster.testing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What has to be true of a hub after every fault, whatever happened: compares the database, read by plain JDBC, the
 * letters that arrived, and the result file with what the maker of the imported file expects. Uses no code of the product.
 */
public final class Invariants {

    private static final int MOST_NAMED = 5;

    /** Without checks, which have chunks and outcomes too. */
    private static final String IMPORTS = " FROM import_run WHERE purpose = 'IMPORT'";

    private final Connection database;
    private final List<Received> letters;
    private final List<String> broken = new ArrayList<>();
    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * @param letters all that arrived at the mail server since the hub was new
     */
    public Invariants(Connection database, List<Received> letters) {
        this.database = database;
        this.letters = List.copyOf(letters);
    }

    /** Returns what is broken, a sentence each, with the number of the invariant; empty where all holds. */
    public List<String> broken() {
        return List.copyOf(broken);
    }

    /** I1, I3: there is exactly one member for each address of the file, and it is as the file's rows say. */
    public Invariants people(Map<String, ContactFile.Person> expected) throws SQLException {
        Map<String, ContactFile.Person> found = new TreeMap<>();
        try (ResultSet row = query("SELECT * FROM member ORDER BY id")) {
            while (row.next()) {
                String key = row.getString("email_key");
                if (found.put(key, person(row)) != null) {
                    broken.add("I1: %s is there twice.".formatted(key));
                }
            }
        }
        differences("I1: missing", expected.keySet(), found.keySet());
        differences("I1: nobody expects", found.keySet(), expected.keySet());
        var wrong = new ArrayList<String>();
        expected.forEach((key, person) -> {
            if (found.containsKey(key) && !person.equals(found.get(key))) {
                wrong.add("%s instead of %s".formatted(found.get(key), person));
            }
        });
        if (!wrong.isEmpty()) {
            broken.add("I3: %d members are wrong, such as %s".formatted(wrong.size(), wrong.getFirst()));
        }
        return this;
    }

    /** I1: there is exactly one member for each of {@code keys}. */
    public Invariants addresses(Set<String> keys) throws SQLException {
        var found = new TreeMap<String, Integer>();
        try (ResultSet row = query("SELECT email_key FROM member")) {
            while (row.next()) {
                found.merge(row.getString(1), 1, Integer::sum);
            }
        }
        found.values().removeIf(times -> times == 1);
        equal("I1: addresses that are there more than once", Map.of(), Map.copyOf(found));
        var all = new TreeSet<String>();
        try (ResultSet row = query("SELECT email_key FROM member")) {
            while (row.next()) {
                all.add(row.getString(1));
            }
        }
        differences("I1: missing", keys, all);
        differences("I1: nobody expects", all, keys);
        return this;
    }

    /** I2, I6: so many imports have ended well, each with {@code rows} results, and together created so many. */
    public Invariants completed(int imports, long rows, long created) throws SQLException {
        equal("I6: imports", (long) imports, number("SELECT COUNT(*)" + IMPORTS));
        equal("I6: completed", (long) imports, number("SELECT COUNT(*) FROM import_run WHERE state = 'COMPLETED'"));
        equal("I6: jobs left", 0L, number("SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'import'"));
        equal(
                "I2: rows that have one outcome",
                imports * rows,
                number("SELECT SUM(created + updated + unchanged + rejected)" + IMPORTS));
        equal(
                "I2: rows in chunks",
                imports * rows,
                number("SELECT SUM(row_count) FROM import_chunk WHERE import_id IN (SELECT id" + IMPORTS + ")"));
        equal("I2: created", created, number("SELECT SUM(created)" + IMPORTS));
        return this;
    }

    /** I3: everybody is in these groups exactly, pending, since nobody has joined. */
    public Invariants allPendingIn(Set<String> groups) throws SQLException {
        long members = number("SELECT COUNT(*) FROM member");
        Map<String, Long> found = new TreeMap<>();
        try (ResultSet row = query("""
                SELECT g.name, COUNT(*) FROM membership s JOIN member_group g ON g.id = s.group_id
                WHERE s.effective_at IS NULL GROUP BY g.name""")) {
            while (row.next()) {
                found.put(row.getString(1), row.getLong(2));
            }
        }
        Map<String, Long> expected = new TreeMap<>();
        groups.forEach(group -> expected.put(group, members));
        equal("I3: memberships by group", expected, found);
        equal("I3: memberships in force", 0L, number("SELECT COUNT(*) FROM membership WHERE effective_at IS NOT NULL"));
        return this;
    }

    /** I2, I6: the import has ended well, and its counters, its chunks and its result file tell of each row once. */
    public Invariants rows(long importId, ContactFile.Expected expected, String resultFile) throws SQLException {
        counters(importId, expected);
        chunks(importId, expected);
        var lines = new HashSet<String>();
        Map<String, Integer> results = new TreeMap<>();
        var messages = new ArrayList<String>();
        String csv = resultFile.startsWith("\ufeff") ? resultFile.substring(1) : resultFile;
        for (NamedCsvRecord row : CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(csv)) {
            String line = row.getField("Line");
            if (!lines.add(line)) {
                broken.add("I2: line %s has two results.".formatted(line));
            }
            results.merge(row.getField("Result"), 1, Integer::sum);
            if (!row.getField("Messages").isEmpty()) {
                messages.add(line + ": " + row.getField("Messages"));
            }
        }
        Map<String, Integer> wanted = new TreeMap<>(Map.of(
                "Created", expected.created(),
                "Updated", expected.updated(),
                "Unchanged", expected.unchanged(),
                "Rejected", expected.rejected()));
        wanted.values().removeIf(count -> count == 0);
        equal("I2: results in the file", wanted, results);
        equal("I2: messages in the file", expected.details(), messages);
        return this;
    }

    private void counters(long importId, ContactFile.Expected expected) throws SQLException {
        try (ResultSet run = query("SELECT * FROM import_run WHERE id = ?", importId)) {
            run.next();
            equal("I6: state", "COMPLETED", run.getString("state"));
            equal("I2: rows", (long) expected.rows(), run.getLong("total_rows"));
            equal("I2: processed", (long) expected.rows(), run.getLong("processed"));
            equal("I2: created", (long) expected.created(), run.getLong("created"));
            equal("I2: updated", (long) expected.updated(), run.getLong("updated"));
            equal("I2: unchanged", (long) expected.unchanged(), run.getLong("unchanged"));
            equal("I2: rejected", (long) expected.rejected(), run.getLong("rejected"));
        }
    }

    private void chunks(long importId, ContactFile.Expected expected) throws SQLException {
        long rows = 0;
        long next = 1;
        long lastLine = 1;
        try (ResultSet chunk = query("SELECT * FROM import_chunk WHERE import_id = ? ORDER BY chunk", importId)) {
            while (chunk.next()) {
                equal("I2: number of a chunk", next++, chunk.getLong("chunk"));
                if (chunk.getLong("first_line") <= lastLine) {
                    broken.add("I2: chunk %d begins before the one before ends.".formatted(chunk.getLong("chunk")));
                }
                lastLine = chunk.getLong("last_line");
                rows += chunk.getLong("row_count");
            }
        }
        equal("I2: rows in chunks", (long) expected.rows(), rows);
    }

    /**
     * I5: each of so many imports has one summary, which arrived, and says what the database says. Only where it is shown
     * as Delivery unknown need it not have arrived.
     */
    public Invariants summaries(int imports) throws SQLException {
        equal(
                "I5: summaries written",
                (long) imports,
                number("SELECT COUNT(*) FROM mail WHERE purpose = 'IMPORT_SUMMARY'"));
        Map<String, String> subjects = new HashMap<>();
        var unknown = new HashSet<String>();
        try (ResultSet row = query("""
                SELECT m.message_id, r.file_name, r.created, r.rejected, m.state FROM import_run r
                JOIN mail m ON m.id = r.summary_mail_id WHERE r.purpose = 'IMPORT'""")) {
            while (row.next()) {
                subjects.put(
                        row.getString(1),
                        "Your import of %s: %,d added, %,d rejected"
                                .formatted(row.getString(2), row.getLong(3), row.getLong(4)));
                if (row.getString(5).equals("UNKNOWN")) {
                    unknown.add(row.getString(1));
                }
            }
        }
        Map<String, String> arrived = new HashMap<>();
        for (Received letter : letters) {
            if (letter.subject().startsWith("Your import of ")) {
                arrived.put(letter.messageId(), letter.subject());
            }
        }
        equal("I5: summaries that belong to an import", imports, subjects.size());
        unknown.removeAll(arrived.keySet());
        subjects.keySet().removeAll(unknown);
        equal("I5: summaries that arrived", subjects, arrived);
        rawDuplicates();
        return this;
    }

    /** I4, I8: each of {@code invited} has one invitation, one letter in the outbox, one Message-ID; nobody else has. */
    public Invariants invitations(Set<String> invited) throws SQLException {
        equal("I4: invitations", (long) invited.size(), number("SELECT COUNT(*) FROM invitation"));
        var outbox = new TreeMap<String, Integer>();
        Map<String, String> ids = new HashMap<>();
        try (ResultSet row = query("""
                SELECT m.email_key, l.message_id FROM mail l JOIN member m ON m.id = l.member_id
                WHERE l.purpose = 'INVITATION'""")) {
            while (row.next()) {
                outbox.merge(row.getString(1), 1, Integer::sum);
                ids.put(row.getString(1), row.getString(2));
            }
        }
        differences("I4: no letter for", invited, outbox.keySet());
        differences("I8: a letter for", outbox.keySet(), invited);
        outbox.forEach((key, count) -> equal("I4: letters for " + key, 1, count));
        for (Received letter : letters) {
            String key = letter.to().toLowerCase(Locale.ROOT);
            if (ids.containsKey(key) && !letter.messageId().equals(ids.get(key))) {
                broken.add("I4: %s got %s, which is not in the outbox.".formatted(key, letter.messageId()));
            }
            if (!ids.containsKey(key) && letter.text().contains("/join/")) {
                broken.add("I8: %s was invited.".formatted(key));
            }
        }
        rawDuplicates();
        return this;
    }

    /** I4: what arrived twice is shown as Delivery unknown; what was sent for sure arrived. */
    private void rawDuplicates() throws SQLException {
        Map<String, Integer> arrived = new TreeMap<>();
        letters.forEach(letter -> arrived.merge(letter.messageId(), 1, Integer::sum));
        try (ResultSet row = query("SELECT message_id, state FROM mail")) {
            while (row.next()) {
                int times = arrived.getOrDefault(row.getString(1), 0);
                String state = row.getString(2);
                if (times > 1 && !state.equals("UNKNOWN")) {
                    broken.add("I4: %s arrived %d times, and is %s.".formatted(row.getString(1), times, state));
                }
                if (state.equals("SENT") && times == 0) {
                    broken.add("I4: %s is said to be sent and did not arrive.".formatted(row.getString(1)));
                }
            }
        }
    }

    private ContactFile.Person person(ResultSet row) throws SQLException {
        JsonNode values = json.readTree(row.getString("field_values"));
        return new ContactFile.Person(
                row.getString("name"),
                row.getString("email"),
                text(row.getString("title")),
                text(row.getString("company")),
                text(row.getString("salesforce_id")),
                text(row.getString("external_contact_id")),
                text(row.getString("external_account_id")),
                String.join("|", values(values, "1")),
                String.join("|", values(values, "2")),
                values(values, "3"));
    }

    private static List<String> values(JsonNode document, String field) {
        var values = new ArrayList<String>();
        JsonNode held = document.get(field);
        if (held != null) {
            held.forEach(value -> values.add(value.asString()));
        }
        return values;
    }

    private static String text(@Nullable String column) {
        return Objects.requireNonNullElse(column, "");
    }

    private void differences(String what, Set<String> these, Set<String> without) {
        Set<String> left = new TreeSet<>(these);
        left.removeAll(without);
        if (!left.isEmpty()) {
            broken.add("%s %d, such as %s"
                    .formatted(
                            what, left.size(), left.stream().limit(MOST_NAMED).toList()));
        }
    }

    private void equal(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            broken.add("%s: %s, expected %s".formatted(what, brief(found), brief(expected)));
        }
    }

    private static String brief(Object value) {
        String text = value.toString();
        return text.length() > 2000 ? text.substring(0, 2000) + " …" : text;
    }

    private long number(String sql) throws SQLException {
        try (ResultSet row = query(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private ResultSet query(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = database.prepareStatement(sql);
        statement.closeOnCompletion();
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement.executeQuery();
    }
}
