package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.imports.FieldPolicies.Policy;
import dev.muster.members.FieldType;
import dev.muster.members.GroupId;
import dev.muster.members.MemberChange.Kind;
import dev.muster.members.MemberKind;
import dev.muster.members.StandardField;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * An import of 5,000 rows, what people do afterwards, and its undo. What has to come of it is worked out beside, with
 * plain maps, from the rows of the file, the hub before, and what the people did: none of Muster's own classes takes part.
 */
@ServiceTest
class UndoneImportTest {

    private static final int NEW = 3000;
    private static final int KNOWN = 1990;
    private static final int TWICE = 10;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    ImportKit imports;
    UndoKit undo;
    GroupId emea;
    GroupId beta;

    /** What the hub should hold: by address, each fact as a text. */
    final Map<String, Map<String, String>> expected = new TreeMap<>();

    final List<String> expectedKept = new ArrayList<>();

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        undo = new UndoKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
        emea = imports.group("EMEA");
        beta = imports.group("Beta");
        imports.byDefault(imports.group("Everyone"));
        imports.field("Interests", FieldType.MULTI_SELECT, true);
    }

    @Test
    void leavesWhatTheOracleSays() {
        imports.run(fileOfBefore());
        undo.addTo(emea, known(60));
        expected.putAll(hub());
        assertThat(expected).hasSize(KNOWN);

        ImportSnapshot done = imports.run(fileToUndo(), settings());
        assertThat(done.created()).isEqualTo(NEW);
        assertThat(done.updated()).isEqualTo(KNOWN + TWICE);
        peopleActOnNewMembers();
        peopleActOnKnownMembers();
        ImportSnapshot later = imports.run(
                "Name,Email,Industry\n,%s,Later\n,%s,\n,%s,Later\n".formatted(fresh(110), fresh(120), known(110)));
        assertThat(later.updated()).isEqualTo(2);
        Map<String, Map<String, String>> beforeUndo = hub();

        ImportUndo preview = undo.preview(done.id());
        assertThat(hub()).isEqualTo(beforeUndo);
        ImportUndo undone = undo.undo(done.id());

        assertThat(hub()).isEqualTo(expected);
        assertThat(undo.kept(undone)).containsExactlyInAnyOrderElementsOf(expectedKept);
        assertThat(undo.kept(preview)).isEqualTo(undo.kept(undone));
        assertThat(List.of(preview.members(), preview.restored(), preview.memberships(), preview.kept()))
                .isEqualTo(List.of(undone.members(), undone.restored(), undone.memberships(), undone.kept()));
        int stay = expected.size() - (KNOWN - 1);
        assertThat(undone.members()).isEqualTo(NEW - 1 - stay);
        assertThat(undone.kept()).isEqualTo(expectedKept.size());
        ImportSnapshot after = imports.desk().find(done.id()).orElseThrow();
        assertThat(after.state()).isEqualTo(ImportState.UNDONE);
        assertThat(after.undo()).isEqualTo(undone);
    }

    /** New members: who stays keeps its fields, but not the group that was chosen for the import. */
    private void peopleActOnNewMembers() {
        undo.edit(fresh(10), StandardField.NAME, "Renamed");
        stays(10, "EDITED").put("name", "Renamed");

        undo.edit(fresh(20), "Interests", List.of("Sailing", "Music"));
        stays(20, "EDITED").put("Interests", "[Sailing, Music]");

        undo.addTo(beta, fresh(30));
        stays(30, "EDITED").put("groups", "[Beta pending, Everyone pending]");

        undo.change(fresh(40), Kind.ARCHIVE);
        stays(40, "ARCHIVED").put("archived", "yes");

        undo.join(fresh(50), "New 50");
        Map<String, String> joined = stays(50, "JOINED");
        joined.put("joined", "yes");
        joined.put("groups", "[Everyone]");

        undo.edit(fresh(60), StandardField.COMPANY, "Elsewhere");
        undo.edit(fresh(60), StandardField.COMPANY, "New Co");

        undo.change(fresh(70), Kind.ARCHIVE);
        undo.change(fresh(70), Kind.RESTORE);

        imports.changeMember(fresh(80), "opted_out_at = '2026-11-22 11:00:00'");
        stays(80, "OPTED_OUT");

        undo.change(fresh(90), Kind.LOCK);
        stays(90, "LOCKED").put("locked", "yes");

        undo.change(fresh(100), Kind.DELETE);

        stays(110, "EDITED").put("Industry", "[Later]");

        undo.removeFrom(emea, fresh(140));
        stays(140, "EDITED");
    }

    private Map<String, String> facts(String member) {
        return Objects.requireNonNull(expected.get(member));
    }

    /** Members who were there before: each field that is as the import left it is as it was before. */
    private void peopleActOnKnownMembers() {
        undo.edit(known(10), StandardField.NAME, "Renamed");
        facts(known(10)).put("name", "Renamed");

        undo.edit(known(20), StandardField.TITLE, "By hand");
        facts(known(20)).put("title", "By hand");
        changed(20, "Title [Old title] [New title] [By hand]");

        undo.edit(known(30), "Interests", List.of("Music"));
        facts(known(30)).put("Interests", "[Music]");
        changed(30, "Interests [Sailing] [Sailing, Music, Art 30] [Music]");

        undo.change(known(40), Kind.ARCHIVE);
        facts(known(40)).put("archived", "yes");

        undo.join(known(50), "Known 50");
        facts(known(50)).put("joined", "yes");
        facts(known(50)).put("groups", "[Everyone]");

        undo.removeFrom(emea, known(70));
        undo.addTo(emea, known(70));
        facts(known(70)).put("groups", "[EMEA pending, Everyone pending]");

        undo.edit(known(80), StandardField.TITLE, "Old title");

        undo.change(known(100), Kind.DELETE);
        expected.remove(known(100));

        facts(known(110)).put("Industry", "[Later]");
        changed(110, "Industry [Transport] [Twice] [Later]");
    }

    private Map<String, String> stays(int number, String reason) {
        Map<String, String> facts = new TreeMap<>(Map.of(
                "name", "New " + number,
                "title", number == 130 ? "Twice" : "New title",
                "company", "New Co",
                "Industry", "[Logistics]",
                "Interests", "[Music, Art " + number + "]",
                "kind", "ADVOCATE",
                "joined", "no",
                "archived", "no",
                "locked", "no",
                "groups", "[Everyone pending]"));
        expected.put(fresh(number), facts);
        expectedKept.add("%d %s: %s".formatted(lineOfNew(number), fresh(number), reason));
        return facts;
    }

    private void changed(int number, String what) {
        expectedKept.add("%d %s: CHANGED %s".formatted(lineOfKnown(number), known(number), what));
    }

    private static String fresh(int number) {
        return "new%d@example.com".formatted(number);
    }

    private static String known(int number) {
        return "known%d@example.com".formatted(number);
    }

    /** Three new ones, two known ones, and so on while both last. */
    private static List<String> order() {
        var rows = new ArrayList<String>();
        int fresh = 0;
        int known = 0;
        while (fresh < NEW || known < KNOWN) {
            for (int i = 0; i < 3 && fresh < NEW; i++) {
                rows.add("new" + fresh++);
            }
            for (int i = 0; i < 2 && known < KNOWN; i++) {
                rows.add("known" + known++);
            }
        }
        return rows;
    }

    private static int lineOfNew(int number) {
        return order().indexOf("new" + number) + 2;
    }

    private static int lineOfKnown(int number) {
        return order().indexOf("known" + number) + 2;
    }

    private static String fileOfBefore() {
        return IntStream.range(0, KNOWN)
                .mapToObj(i -> "Known %d,%s,Old title,Old Co,Transport,Sailing\n".formatted(i, known(i)))
                .collect(Collectors.joining("", "Name,Email,Title,Company,Industry,Interests\n", ""));
    }

    /** Changes title and industry, adds to the interests, and keeps the company. Ten come twice, at the very end. */
    private static String fileToUndo() {
        var file = new StringBuilder("Name,Email,Title,Company,Industry,Interests\n");
        for (String row : order()) {
            boolean isNew = row.startsWith("new");
            String number = row.replaceAll("\\D", "");
            file.append("%s %s,%s@example.com,New title,New Co,Logistics,\"Music, Art %s\"\n"
                    .formatted(isNew ? "New" : "Known", number, row, number));
        }
        for (int i = 0; i < TWICE; i++) {
            String email = i == 0 ? fresh(130) : known(90 + 10 * i);
            file.append("Twice,%s,Twice,,Twice,\n".formatted(email));
        }
        return file.toString();
    }

    private ImportSettings settings() {
        FieldPolicies policies = FieldPolicies.standard()
                .with(StandardField.TITLE, Policy.OVERWRITE)
                .with(undo.field("Interests"), Policy.MERGE);
        return new ImportSettings(MemberKind.ADVOCATE, false, List.of(emea))
                .withRows(new RowOptions(List.of(), policies, null, java.util.Set.of()));
    }

    /** Reads the hub with a query of its own. */
    private Map<String, Map<String, String>> hub() {
        Map<String, String> fields = new LinkedHashMap<>();
        jdbc.sql("SELECT id, name FROM profile_field WHERE name IN ('Industry', 'Interests')")
                .query(row -> {
                    fields.put(row.getString("id"), row.getString("name"));
                });
        Map<String, Collection<String>> groups = new TreeMap<>();
        jdbc.sql("""
                        SELECT m.email_key, CONCAT(g.name, CASE WHEN s.effective_at IS NULL THEN ' pending' ELSE '' END) AS g
                        FROM membership s JOIN member m ON m.id = s.member_id JOIN member_group g ON g.id = s.group_id""").query(row -> {
            groups.computeIfAbsent(row.getString(1), _ -> new TreeSet<>()).add(row.getString(2));
        });
        Map<String, Map<String, String>> hub = new TreeMap<>();
        jdbc.sql("SELECT * FROM member").query(row -> {
            Map<String, String> facts = new TreeMap<>();
            for (String column : List.of("name", "title", "company", "kind")) {
                facts.put(column, row.getString(column));
            }
            for (String moment : List.of("joined", "archived", "locked")) {
                facts.put(moment, row.getString(moment + "_at") == null ? "no" : "yes");
            }
            Map<?, ?> values = JsonMapper.shared().readValue(row.getString("field_values"), Map.class);
            fields.forEach((id, name) -> facts.put(name, String.valueOf(values.get(id))));
            facts.put("groups", String.valueOf(groups.getOrDefault(row.getString("email_key"), List.of())));
            hub.put(row.getString("email_key"), facts);
        });
        return hub;
    }
}
