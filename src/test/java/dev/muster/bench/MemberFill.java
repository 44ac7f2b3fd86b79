package dev.muster.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills an empty hub with made-up members by a few statements, the same ones each time: 200 groups, 40 fields, 20 imports
 * that they came from. A number is spread over the members by multiplying it and looking at the middle of the product.
 */
final class MemberFill {

    static final int GROUPS = 200;
    static final int FIRST_GROUP = 1001;
    static final int IMPORTS = 20;
    static final int FIRST_OWN_FIELD = 101;
    /** Held by one in twenty thousand, under {@link #FIRST_OWN_FIELD}. */
    static final String RARE = "Pioneer";

    private static final int OWN_FIELDS = 37;
    private static final int WIDTH = 10;

    private static final List<String> FIRST = List.of(
            "Ann",
            "José",
            "Bjørn",
            "Mei",
            "Zoë",
            "Ivan",
            "Amara",
            "Łukasz",
            "Nia",
            "Günther",
            "Aylin",
            "Chidi",
            "Grace",
            "Fatima",
            "Emil",
            "Daniela",
            "Béatrice",
            "Kenji",
            "Olga",
            "Pedro");
    private static final List<String> BEGINNINGS = List.of(
            "Lind", "Okon", "Whit", "Mull", "Nowa", "Diall", "Sat", "Kay", "Fourn", "Sør", "Hald", "Bern", "Cast",
            "Dom", "Erik", "Fer", "Gonz", "Hak", "Ish", "Jov");
    private static final List<String> MIDDLES =
            List.of("a", "e", "i", "o", "u", "ar", "en", "il", "or", "un", "ast", "ect", "iss", "oll", "umb", "anth");
    private static final List<String> ENDINGS = List.of(
            "qvist", "kwo", "field", "er", "ski", "ova", "ez", "sen", "ini", "berg", "ton", "wood", "ard", "mann",
            "dal", "ström");
    private static final List<String> WORKS =
            List.of("Works", "Energy", "Logistics", "Health", "Labs", "Foods", "Rail");

    private final JdbcClient jdbc;
    private final boolean isMariaDb;
    private final int members;

    MemberFill(JdbcClient jdbc, boolean isMariaDb, int members) {
        this.jdbc = jdbc;
        this.isMariaDb = isMariaDb;
        this.members = members;
    }

    void run() {
        addFieldsAndGroups();
        addImports();
        addMembers();
        addMemberships();
        if (isMariaDb) {
            jdbc.sql("ANALYZE TABLE member, membership").query().listOfRows();
            jdbc.sql("SELECT SETVAL(member_seq, %d)".formatted(members + 5_000))
                    .query(Long.class)
                    .single();
        } else {
            jdbc.sql("ANALYZE").update();
            jdbc.sql("ALTER SEQUENCE member_seq RESTART WITH %d".formatted(members + 5_001))
                    .update();
        }
    }

    private String numbers(int count) {
        return isMariaDb
                ? "(SELECT seq AS n FROM seq_1_to_%d) s".formatted(count)
                : "(SELECT x AS n FROM SYSTEM_RANGE(1, %d)) s".formatted(count);
    }

    /** Returns a number below {@code limit} that depends on the member's. */
    private static String spread(long factor, int limit) {
        return "MOD(FLOOR(MOD(n * %d, 4294967296) / 256), %d)".formatted(factor, limit);
    }

    private static String oneOf(List<String> words, long factor) {
        String all = words.stream().map(word -> pad(word)).collect(Collectors.joining());
        return "TRIM(SUBSTRING('%s', 1 + %d * CAST(%s AS SIGNED), %d))"
                .formatted(all, WIDTH, spread(factor, words.size()), WIDTH);
    }

    private static String pad(String word) {
        return word + " ".repeat(WIDTH - word.length());
    }

    private void addFieldsAndGroups() {
        jdbc.sql("""
            INSERT INTO profile_field (id, version, name, name_key, type, position, shown_to_member, adds_unknown_choices)
            SELECT n + 100, 0, CONCAT('Field ', n), CONCAT('field ', n), 'TEXT', n + 3, FALSE, FALSE
            FROM %s\
            """.formatted(numbers(OWN_FIELDS))).update();
        jdbc.sql("""
            INSERT INTO member_group (id, version, name, name_key, joined_by_default, created_at)
            SELECT n + 1000, 0, CONCAT('Group ', n), CONCAT('group ', n), FALSE, TIMESTAMP '2026-01-01 00:00:00'
            FROM %s\
            """.formatted(numbers(GROUPS))).update();
    }

    private void addImports() {
        jdbc.sql("""
            INSERT INTO import_file (id, file_name, bytes, pieces, uploaded_at, uploaded_by)
            SELECT 1000, 'contacts.csv', 1, 0, TIMESTAMP '2026-01-01 00:00:00', MIN(id) FROM account\
            """).update();
        jdbc.sql("""
            INSERT INTO import_run (id, version, file_id, file_name, bytes, state, member_kind, invite, settings,
                started_by, created_at, finished_at, fence, processed, created, updated, unchanged, rejected,
                warnings, already_taken, invitations_queued, bytes_read, last_chunk, last_line, working_millis,
                purpose)
            SELECT n + 1000, 0, 1000, 'contacts.csv', 1, 'COMPLETED', 'ADVOCATE', FALSE, '{}',
                (SELECT MIN(id) FROM account), TIMESTAMPADD(DAY, n * 7, TIMESTAMP '2026-01-01 00:00:00'),
                TIMESTAMPADD(DAY, n * 7, TIMESTAMP '2026-01-01 01:00:00'), 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1,
                'IMPORT'
            FROM %s\
            """.formatted(numbers(IMPORTS))).update();
    }

    private void addMembers() {
        String name = "CONCAT(%s, ' ', %s, %s, %s)"
                .formatted(
                        oneOf(FIRST, 2654435761L),
                        oneOf(BEGINNINGS, 1103515245L),
                        oneOf(MIDDLES, 1664525L),
                        oneOf(ENDINGS, 22695477L));
        String company = "CONCAT(%s, %s, ' ', %s)"
                .formatted(oneOf(BEGINNINGS, 134775813L), oneOf(ENDINGS, 214013L), oneOf(WORKS, 69069L));
        String email = "CONCAT(%s, '.', n, '@', %s, %s, '.example')"
                .formatted(oneOf(ENDINGS, 1103515245L), oneOf(BEGINNINGS, 134775813L), oneOf(ENDINGS, 214013L));
        String importNumber = "(1 + FLOOR((n - 1) * %d / %d))".formatted(IMPORTS, members);
        String added = "TIMESTAMPADD(SECOND, MOD(n, 3000), TIMESTAMPADD(DAY, %s * 7, TIMESTAMP '2026-01-01 00:00:00'))"
                .formatted(importNumber);
        String status = spread(2246822519L, 1000);
        String invited =
                "CASE WHEN %s < 4 THEN TIMESTAMPADD(SECOND, MOD(n * 7919, 9000000), TIMESTAMP '2026-06-01 00:00:00') END"
                        .formatted(spread(3266489917L, 10));
        jdbc.sql("""
            INSERT INTO member (id, version, name, email, email_key, title, company, salesforce_id, field_values,
                kind, source, import_id, created_at, first_invited_at, last_invited_at, joined_at, archived_at,
                locked_at)
            SELECT n, 0, %1$s, %2$s, LOWER(%2$s), 'Head of Success',
                CASE WHEN MOD(n, 20) = 0 THEN NULL ELSE %3$s END, CONCAT('003', n),
                %4$s,
                CASE WHEN %5$s BETWEEN 900 AND 969 THEN 'NOMINEE' ELSE 'ADVOCATE' END,
                CASE WHEN MOD(n, 50) = 1 THEN 'API' WHEN MOD(n, 50) = 2 THEN 'GROUP_URL'
                    WHEN MOD(n, 5000) = 3 THEN 'ADMIN_ADDED' ELSE 'CSV_IMPORT' END,
                %6$s + 1000, %7$s, %8$s, %8$s,
                CASE WHEN %5$s < 300 THEN TIMESTAMPADD(SECOND, MOD(n * 104729, 9000000), TIMESTAMP '2026-06-01 00:00:00') END,
                CASE WHEN %5$s BETWEEN 970 AND 989 THEN TIMESTAMP '2026-10-01 00:00:00' END,
                CASE WHEN %5$s > 998 THEN TIMESTAMP '2026-10-01 00:00:00' END
            FROM %9$s\
            """.formatted(name, email, company, values(), status, importNumber, added, invited, numbers(members)))
                .update();
    }

    /** Everybody holds three fields, a tenth one of several others, and very few the rare value. */
    private static String values() {
        String others = IntStream.range(2, OWN_FIELDS)
                .mapToObj(
                        i -> "CASE WHEN MOD(n, 37) = %d THEN CONCAT(',\"%d\":[\"Choice ', MOD(n, 7), '\"]') ELSE '' END"
                                .formatted(i, FIRST_OWN_FIELD + i))
                .collect(Collectors.joining(", "));
        return """
            CONCAT('{"1":["Level ', CAST(%s AS SIGNED), '"],"2":["Industry ', CAST(%s AS SIGNED), '"],"3":["Product ',
                CAST(%s AS SIGNED), CASE WHEN MOD(n, 3) = 0 THEN '","Atlas' ELSE '' END, '"]',
                CASE WHEN MOD(n, 20000) = 77 THEN ',"101":["%s"]' ELSE '' END, %s, '}')\
            """.formatted(spread(374761393L, 500), spread(668265263L, 20), spread(2870177450L, 12), RARE, others);
    }

    private void addMemberships() {
        String effective = "CASE WHEN m.joined_at IS NULL THEN NULL ELSE m.created_at END";
        jdbc.sql("""
            INSERT INTO membership (member_id, group_id, added_at, effective_at)
            SELECT m.id, 1002 + MOD(m.id, %d), m.created_at, %s FROM member m\
            """.formatted(GROUPS - 1, effective)).update();
        jdbc.sql("""
            INSERT INTO membership (member_id, group_id, added_at, effective_at)
            SELECT m.id, %d, m.created_at, %s FROM member m WHERE MOD(m.id, 10) = 0\
            """.formatted(FIRST_GROUP, effective)).update();
    }
}
