package dev.muster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.muster.security.Role;
import dev.muster.testing.ApiClient;
import dev.muster.testing.ApiClient.Reply;
import dev.muster.testing.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@ServiceTest
class AdvocatesApiTest {

    private static final String ADVOCATES = "/api/v1/advocates";

    @Autowired
    JdbcClient jdbc;

    private ApiClient api;

    @BeforeEach
    void startWithAManager(@Autowired WebApplicationContext application) {
        api = new ApiClient(application, "Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void anAdvocateIsCreatedReadAndFound() {
        api.post("/api/v1/groups", "{\"name\": \"Beta testers\"}").is(201);
        Reply created = api.post(ADVOCATES, """
                {"name": " José Ærø ", "email": "Jose@Example.com", "title": "Lead", "company": "Ærø & Co",
                 "salesforceId": "003A", "externalContactId": "C-1", "externalAccountId": "A-1",
                 "groups": ["beta testers"], "fields": {"industry": ["Energy"], "Position": "Engineer"}}""").is(201);

        int id = (Integer) created.get("id");
        assertThat(created.location()).isEqualTo(ADVOCATES + "/" + id);
        assertThat(created.json())
                .containsOnly(
                        entry("id", id),
                        entry("name", "José Ærø"),
                        entry("email", "Jose@Example.com"),
                        entry("title", "Lead"),
                        entry("company", "Ærø & Co"),
                        entry("salesforceId", "003A"),
                        entry("externalContactId", "C-1"),
                        entry("externalAccountId", "A-1"),
                        entry("kind", "ADVOCATE"),
                        entry("status", "Not Joined"),
                        entry("source", "API"),
                        entry("groups", List.of()),
                        entry("pendingGroups", List.of("Beta testers")),
                        entry("fields", Map.of("Position", List.of("Engineer"), "Industry", List.of("Energy"))),
                        entry("invitedAt", null),
                        entry("joinedAt", null),
                        entry("archived", false),
                        entry("locked", false));
        assertThat(api.get(created.location()).is(200).json()).isEqualTo(created.json());
        assertThat(api.get(ADVOCATES + "?email=JOSE@example.com").list("items")).containsExactly(created.json());
        assertThat(api.get(ADVOCATES).json()).containsEntry("next", null);
    }

    @Test
    void aNominee() {
        assertThat(api.post(ADVOCATES, "{\"name\": \"Bo\", \"email\": \"bo@example.com\", \"kind\": \"NOMINEE\"}")
                        .json())
                .contains(entry("kind", "NOMINEE"), entry("status", "Nominee"));
    }

    @Test
    void anAddressThatIsThereAlready() {
        Reply there = create("Ann", "ann@example.com");

        Reply refused = api.post(ADVOCATES, "{\"name\": \"Anna\", \"email\": \"ANN@example.com\"}");
        assertThat(refused.problem(409)).isEqualTo("Email is already taken");
        assertThat(refused.get("advocate")).isEqualTo(there.location());
    }

    @Test
    void whatIsWrongWithANewAdvocate() {
        assertThat(api.post(ADVOCATES, """
                        {"name": 1, "titel": "x", "kind": "LEAD", "groups": ["Nowhere"], "fields": {"Foo": ["x"],
                         "Position": [1]}}""").problem(422)).isEqualTo("""
                        body: expected only company, email, externalAccountId, externalContactId, fields, groups, kind, name, \
                        salesforceId, title, found titel. name: expected a text, found 1. fields.Position: expected a list \
                        of texts, found 1. fields: expected one of the fields (Position, Industry, Product), found Foo. \
                        kind: expected ADVOCATE or NOMINEE, found LEAD. groups: expected the name of a group that is there \
                        (GET /api/v1/groups lists them, POST creates one), found Nowhere.""");
        Reply refused = api.post(ADVOCATES, """
                {"name": " ", "email": "bo@", "title": "%s", "fields": {"Position": ["%s"]}}""".formatted("x".repeat(256), "y".repeat(256)));
        assertThat(refused.problem(422))
                .isEqualTo("Name can't be blank; Email is invalid; Title is too long (maximum is 255 characters);"
                        + " Custom Profile Field values value is too long (maximum is 255 characters)");
        assertThat(refused.list("errors"))
                .extracting(finding -> finding.get("where"))
                .containsExactly("name", "email", "title", "fields.Position");
        assertThat(api.post(ADVOCATES, "{}").problem(422))
                .isEqualTo("Name can't be blank; Email is invalid, Email can't be blank");
    }

    @Test
    void whatIsNoJson() {
        assertThat(api.post(ADVOCATES, "{\"name\":\n 'x'}").problem(400))
                .isEqualTo("The body is no JSON object at line 2, column 2. Send one, such as {\"name\": \"Beta"
                        + " testers\"}.");
        assertThat(api.post(ADVOCATES, "[]").problem(400)).startsWith("The body is no JSON object");
        assertThat(api.post(ADVOCATES, "").problem(400)).startsWith("The body is no JSON object");
        assertThat(api.post(ADVOCATES, "{\"name\": \"%s\"}".formatted("x".repeat(1 << 20)))
                        .problem(413))
                .isEqualTo("The request without its file is larger than 1,048,576 bytes. Send less at once.");
    }

    @Test
    void aChangeLeavesAloneWhatItDoesNotName() {
        api.post("/api/v1/groups", "{\"name\": \"Alpha\"}").is(201);
        api.post("/api/v1/groups", "{\"name\": \"Beta\"}").is(201);
        Reply created = api.post(ADVOCATES, """
                {"name": "Ann", "email": "ann@example.com", "title": "Lead", "company": "Ek AB", "groups": ["Alpha"],
                 "fields": {"Industry": ["Energy"], "Position": ["Engineer"]}}""").is(201);

        assertThat(api.patch(created.location(), """
                        {"company": null, "title": "Head", "groups": ["beta"], "fields": {"Industry": null,
                         "Product": ["Atlas", "Atlas", "Beacon"]}, "archived": true}""").is(200).json())
                .contains(
                        entry("name", "Ann"),
                        entry("title", "Head"),
                        entry("company", null),
                        entry("pendingGroups", List.of("Beta")),
                        entry("fields", Map.of("Position", List.of("Engineer"), "Product", List.of("Atlas", "Beacon"))),
                        entry("archived", true),
                        entry("locked", false));
        assertThat(api.patch(created.location(), "{\"archived\": false, \"locked\": true}")
                        .json())
                .contains(entry("archived", false), entry("locked", true), entry("title", "Head"));
        assertThat(api.patch(created.location(), "{\"locked\": false}").json()).contains(entry("locked", false));
        assertThat(api.patch(created.location(), "{}").is(200).get("title")).isEqualTo("Head");
    }

    @Test
    void aChangeIsDoneWholeOrNotAtAll() {
        create("Bo", "bo@example.com");
        Reply ann = create("Ann", "ann@example.com");

        assertThat(api.patch(ann.location(), "{\"email\": \"BO@example.com\", \"archived\": true}")
                        .problem(422))
                .isEqualTo("Email is already taken");
        assertThat(api.patch(ann.location(), "{\"name\": null}").problem(422)).isEqualTo("Name can't be blank");
        assertThat(api.patch(ann.location(), "{\"status\": \"Joined\", \"archived\": \"yes\"}")
                        .problem(422))
                .isEqualTo("body: expected only archived, company, email, externalAccountId, externalContactId, fields,"
                        + " groups, locked, name, salesforceId, title, found status. archived: expected true or false,"
                        + " found yes.");
        assertThat(api.get(ann.location()).json()).isEqualTo(ann.json());
    }

    @Test
    void whoIsDeletedStaysDeleted() {
        Reply ann = create("Ann", "ann@example.com");

        assertThat(api.delete(ann.location()).is(204).text()).isEmpty();

        assertThat(api.get(ann.location()).problem(404)).isEqualTo("Advocate %s was deleted.".formatted(ann.get("id")));
        assertThat(api.delete(ann.location()).problem(404)).endsWith("was deleted.");
        assertThat(api.post(ADVOCATES, "{\"name\": \"Ann\", \"email\": \"ann@example.com\"}")
                        .problem(422))
                .isEqualTo("Member was deleted");
    }

    @Test
    void whoIsNotThere() {
        String unknown = ADVOCATES + "/999999999";
        String message = "There is no advocate 999999999. GET /api/v1/advocates lists them all.";

        assertThat(api.get(unknown).problem(404)).isEqualTo(message);
        assertThat(api.patch(unknown, "{}").problem(404)).isEqualTo(message);
        assertThat(api.delete(unknown).problem(404)).isEqualTo(message);
        assertThat(api.post(unknown + "/invitation").problem(404)).isEqualTo(message);
    }

    @Test
    void pagesFollowEachOtherWithoutGapsWhateverHappensMeanwhile() {
        for (int i = 0; i < 7; i++) {
            create("Person " + i, "person%d@example.com".formatted(i));
        }
        change("person1@example.com", "joined_at = '2026-11-01 00:00:00'");
        change("person2@example.com", "archived_at = '2026-11-01 00:00:00'");
        change("person3@example.com", "kind = 'NOMINEE'");

        List<Object> read = new ArrayList<>();
        @Nullable Object next = null;
        do {
            Reply page = api.get(ADVOCATES + "?limit=3" + (next == null ? "" : "&cursor=" + next))
                    .is(200);
            page.list("items").forEach(one -> read.add(one.get("email")));
            next = page.get("next");
            change("person0@example.com", "locked_at = '2026-11-01 00:00:00'");
        } while (next != null);

        assertThat(read)
                .containsExactly(
                        "person0@example.com",
                        "person1@example.com",
                        "person2@example.com",
                        "person3@example.com",
                        "person4@example.com",
                        "person5@example.com",
                        "person6@example.com");
    }

    @Test
    void aSearchMindsNeitherCaseNorAccents() {
        create("Jürgen Müller", "jm@example.com");
        create("Bo Alm", "bo@example.com");

        assertThat(found("q=muller")).containsExactly("Jürgen Müller");
        assertThat(found("q=JURGEN mull")).containsExactly("Jürgen Müller");
        assertThat(found("q=álm")).containsExactly("Bo Alm");
    }

    @Test
    void listsAreNarrowedDown() {
        api.post("/api/v1/groups", "{\"name\": \"Beta testers\"}").is(201);
        create("Ann Ek", "ann@example.com");
        create("Bo Alm", "bo@example.com");
        api.post(ADVOCATES, """
                {"name": "Cy Dal", "email": "cy@example.com", "company": "Ek AB", "kind": "NOMINEE",
                 "groups": ["Beta testers"]}""").is(201);
        change("bo@example.com", "joined_at = '2026-11-01 00:00:00'");

        assertThat(found("status=JOINED")).containsExactly("Bo Alm");
        assertThat(found("status=NOT_JOINED")).containsExactly("Ann Ek");
        assertThat(found("status=NOMINEE")).containsExactly("Cy Dal");
        assertThat(found("status=all")).containsExactly("Ann Ek", "Bo Alm", "Cy Dal");
        assertThat(found("q=ek")).containsExactly("Ann Ek", "Cy Dal");
        assertThat(found("q=ek&status=NOMINEE")).containsExactly("Cy Dal");
        assertThat(found("q=100%25_")).isEmpty();
        assertThat(found("group=beta testers")).containsExactly("Cy Dal");
        assertThat(found("email=bo@example.com")).containsExactly("Bo Alm");
        assertThat(found("email=bo@example.com&status=NOMINEE")).isEmpty();
        assertThat(found("email=nobody")).isEmpty();
        assertThat(api.get(ADVOCATES + "?status=LOST&group=Nowhere&limit=0&cursor=x")
                        .problem(422))
                .isEqualTo(
                        "status: expected JOINED, NOT_JOINED, NOMINEE or ALL, found LOST. group: expected the name of"
                                + " a group that is there (GET /api/v1/groups lists them, POST creates one), found Nowhere."
                                + " limit: expected a number from 1 to 1,000, found 0. cursor: expected the next of the page"
                                + " before, found x.");
    }

    @Test
    void allOfThemAsAFile() {
        create("Ann Ek", "ann@example.com");
        create("=Bo", "bo@example.com");

        Reply file = api.get(ADVOCATES + "?status=NOT_JOINED", "text/csv").is(200);

        assertThat(file.type()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.text().lines())
                .containsExactly(
                        "\ufeffName,Email,Title,Company,Salesforce ID,External Contact ID,External Account"
                                + " ID,Position,Industry,Product,Status,Source,Groups",
                        "Ann Ek,ann@example.com,,,,,,,,,Not Joined,API,",
                        "'=Bo,bo@example.com,,,,,,,,,Not Joined,API,");
        assertThat(api.get(ADVOCATES + "?email=ann@example.com", "text/csv")
                        .text()
                        .lines())
                .hasSize(2);
    }

    @Test
    void aLinkToPassOn() {
        Reply ann = create("Ann", "ann@example.com");

        Reply made = api.post(ann.location() + "/invitation").is(201);
        assertThat((String) made.get("link")).matches("http://localhost:\\d+/join/[\\w-]{22,}");
        assertThat(made.json()).containsOnlyKeys("link", "expiresAt");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM mail").query(Long.class).single())
                .isZero();

        int id = (Integer) ann.get("id");
        change("ann@example.com", "archived_at = '2026-11-01 00:00:00'");
        assertThat(api.post(ann.location() + "/invitation").problem(409))
                .isEqualTo(
                        "Advocate %d is archived. Restore it first: PATCH with {\"archived\": false}.".formatted(id));
        change("ann@example.com", "archived_at = NULL, locked_at = '2026-11-01 00:00:00'");
        assertThat(api.post(ann.location() + "/invitation").problem(409))
                .isEqualTo("Advocate %d is locked. Unlock it first: PATCH with {\"locked\": false}.".formatted(id));
        change("ann@example.com", "locked_at = NULL, joined_at = '2026-11-01 00:00:00'");
        assertThat(api.post(ann.location() + "/invitation").problem(409))
                .isEqualTo("Advocate %d has joined and needs no invitation.".formatted(id));
    }

    private Reply create(String name, String email) {
        return api.post(ADVOCATES, "{\"name\": \"%s\", \"email\": \"%s\"}".formatted(name, email))
                .is(201);
    }

    private List<Object> found(String query) {
        return api.get(ADVOCATES + "?" + query).is(200).list("items").stream()
                .map(one -> one.get("name"))
                .toList();
    }

    private void change(String email, String assignment) {
        jdbc.sql("UPDATE member SET version = version + 1, " + assignment + " WHERE email_key = ?")
                .param(email)
                .update();
    }
}
