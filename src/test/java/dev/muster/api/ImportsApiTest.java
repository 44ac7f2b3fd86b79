package dev.muster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.muster.imports.FinishedImports;
import dev.muster.imports.ImportDesk;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import dev.muster.security.Role;
import dev.muster.testing.ApiClient;
import dev.muster.testing.ApiClient.Reply;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import dev.muster.testing.Users;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@ServiceTest
class ImportsApiTest {

    private static final byte[] TWO_ROWS = bytes("Name,Email\nAnn,ann@example.com\nBo,bo@\n");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ImportDesk desk;

    @Autowired
    SettableClock clock;

    private ApiClient api;
    private FinishedImports imports;

    @BeforeEach
    void startWithAManager(@Autowired WebApplicationContext application, @Autowired Users users) {
        api = new ApiClient(application, "Mara Lindqvist", Role.MANAGER);
        imports = new FinishedImports(application);
        users.actAs("Someone Watching", Role.MANAGER);
    }

    @Test
    void aFileIsImported() {
        Reply started = api.upload(TWO_ROWS).is(202);
        long id = (Integer) started.get("id");

        assertThat(started.location()).isEqualTo("/api/v1/imports/" + id);
        assertThat(started.json().keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "fileName",
                        "state",
                        "as",
                        "invite",
                        "groups",
                        "rows",
                        "processed",
                        "created",
                        "updated",
                        "unchanged",
                        "rejected",
                        "warnings",
                        "alreadyTaken",
                        "invitationsQueued",
                        "bytes",
                        "bytesRead",
                        "rowsPerSecond",
                        "startedAt",
                        "finishedAt",
                        "failure");
        assertThat(started.json())
                .contains(
                        entry("fileName", "customers.csv"),
                        entry("state", "QUEUED"),
                        entry("as", "ADVOCATES"),
                        entry("invite", false),
                        entry("groups", List.of()),
                        entry("rows", 2),
                        entry("bytes", TWO_ROWS.length),
                        entry("startedAt", null),
                        entry("failure", null));
        imports.run(new ImportId(id));
        assertThat(api.get(started.location()).is(200).json())
                .contains(
                        entry("state", "COMPLETED"),
                        entry("processed", 2),
                        entry("created", 1),
                        entry("rejected", 1),
                        entry("bytesRead", TWO_ROWS.length),
                        entry("finishedAt", clock.instant().toString()));
        assertThat(desk.find(new ImportId(id)).orElseThrow().startedBy()).isEqualTo("Mara Lindqvist");
    }

    @Test
    void everySettingOfAnImport() {
        api.post("/api/v1/groups", "{\"name\":\"Beta testers\"}").is(201);
        Reply started = api.upload(
                        bytes(
                                "Vorname;Nachname;Mail;Firma;Produkte;Notiz\nJosé;Ærø;jose@example.com;Ærø & Co;\"Atlas, Beacon\";x\n"),
                        "as",
                        "NOMINEES",
                        "invite",
                        "false",
                        "groups",
                        " beta TESTERS , Brand new ,",
                        "mapping",
                        """
                        {"vorname": "First Name", "Nachname": "Last Name", "Mail": "Email", "Firma": "Company",
                         "Produkte": "product", "Notiz": null}""",
                        "policies",
                        "{\"Company\": \"OVERWRITE\", \"Product\": \"MERGE\"}")
                .is(202);

        assertThat(started.json())
                .contains(entry("as", "NOMINEES"), entry("groups", List.of("Beta testers", "Brand new")));
        run(started);
        assertThat(advocate("jose@example.com"))
                .contains(
                        entry("name", "José Ærø"),
                        entry("company", "Ærø & Co"),
                        entry("kind", "NOMINEE"),
                        entry("status", "Nominee"),
                        entry("source", "CSV Import"),
                        entry("pendingGroups", List.of("Beta testers", "Brand new")),
                        entry("fields", Map.of("Product", List.of("Atlas", "Beacon"))));

        run(api.upload(
                        bytes("Name,Email,Company,Product\nX,jose@example.com,Other,Compass\n"),
                        "policies",
                        "{\"Company\": \"OVERWRITE\", \"Product\": \"MERGE\", \"name\": \"KEEP\"}")
                .is(202));
        assertThat(advocate("jose@example.com"))
                .contains(
                        entry("name", "José Ærø"),
                        entry("company", "Other"),
                        entry("fields", Map.of("Product", List.of("Atlas", "Beacon", "Compass"))));
    }

    @Test
    void aCheckWritesNothing() {
        Reply started =
                api.upload(TWO_ROWS, "check", "true", "groups", "Brand new").is(202);

        assertThat(run(started).state()).isEqualTo(ImportState.CHECKED);
        assertThat(api.get(started.location()).json())
                .contains(entry("state", "CHECKED"), entry("created", 1), entry("rejected", 1));
        assertThat(api.get(started.location() + "/issues").get("total")).isEqualTo(1);
        assertThat(count("member")).isZero();
        assertThat(count("member_group")).isZero();
    }

    @Test
    void invitesWhoIsImported() {
        Reply started = api.upload(TWO_ROWS, "invite", "true").is(202);

        assertThat(run(started).invitationsQueued()).isEqualTo(1);
        assertThat(advocate("ann@example.com").get("invitedAt")).isNotNull();
    }

    @Test
    void nomineesAreNotInvited() {
        assertThat(api.upload(TWO_ROWS, "as", "NOMINEES", "invite", "true").problem(422))
                .isEqualTo("invite: expected false, found true. Nominees are invited from the Invite List.");
        nothingIsLeft();
    }

    @Test
    void aWrongRequestIsToldAllOfItAndLeavesNothing() {
        Reply refused = api.upload(
                TWO_ROWS,
                "as",
                "CUSTOMERS",
                "invite",
                "yes",
                "check",
                "1",
                "mapping",
                "[]",
                "policies",
                "{\"Email\": \"OVERWRITE\", \"Title\": \"MERGE\", \"Position\": \"MERGE\", \"Foo\": \"KEEP\", \"Name\": 7}",
                "colour",
                "blue");

        assertThat(refused.problem(422)).startsWith("body: expected only file, as, check, groups, invite, mapping,");
        assertThat(refused.list("errors"))
                .extracting(finding -> finding.get("message"))
                .containsExactlyInAnyOrder(
                        "body: expected only file, as, check, groups, invite, mapping, policies, found colour.",
                        "as: expected ADVOCATES or NOMINEES, found CUSTOMERS.",
                        "invite: expected true or false, found yes.",
                        "check: expected true or false, found 1.",
                        "mapping: expected a JSON object, found [].",
                        "policies.Name: expected KEEP, FILL, OVERWRITE or MERGE, found 7.",
                        "policies.Email: expected KEEP, found OVERWRITE.",
                        "policies.Title: expected KEEP, FILL or OVERWRITE, found MERGE.",
                        "policies.Position: expected KEEP, FILL or OVERWRITE, found MERGE.",
                        "policies: expected one of the fields (Name, Email, Title, Company, Salesforce ID, External"
                                + " Contact ID, External Account ID, Position, Industry, Product), found Foo.");
        assertThat(refused.list("errors"))
                .anySatisfy(finding -> assertThat(finding)
                        .containsExactly(
                                entry("where", "as"),
                                entry("expected", "ADVOCATES or NOMINEES"),
                                entry("found", "CUSTOMERS"),
                                entry("message", "as: expected ADVOCATES or NOMINEES, found CUSTOMERS.")));
        nothingIsLeft();
    }

    @Test
    void aMappingOfWhatIsNotThere() {
        assertThat(api.upload(TWO_ROWS, "mapping", "{\"Firma\": \"Company\", \"Name\": \"Nom\", \"Email\": 1}")
                        .problem(422))
                .isEqualTo("mapping.Email: expected the name of a field, or null to leave the column out, found 1.");
        assertThat(api.upload(TWO_ROWS, "mapping", "{\"Firma\": \"Company\", \"Name\": \"Nom\"}")
                        .problem(422))
                .isEqualTo("mapping: expected one of the file's columns (Name, Email), found Firma."
                        + " mapping.Name: expected one of the fields (Name, Email, Title, Company, Salesforce ID,"
                        + " External Contact ID, External Account ID, Position, Industry, Product, First Name, Last"
                        + " Name), found Nom.");
        nothingIsLeft();
    }

    @Test
    void aFileThatCannotBeImportedStaysInTheHistoryAsFailed() {
        Reply refused = api.upload(bytes("Name,Email,company size,\nAnn,ann@example.com,1,\n"), "groups", "Brand new");

        String message =
                "Invalid header - company size, . Valid headers are Name, Email, Title, Company, Salesforce ID,"
                        + " External Contact ID, External Account ID, Position, Industry, Product";
        assertThat(refused.problem(422)).isEqualTo(message);
        assertThat(refused.get("explanation")).isEqualTo("1 column is not a field yet.");
        assertThat(refused.get("import")).isEqualTo(refused.location());
        assertThat(api.get(refused.location()).is(200).json())
                .contains(entry("state", "FAILED"), entry("failure", message), entry("processed", 0));
        assertThat(desk.list("", 0, 10))
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(ImportState.FAILED));
        assertThat(count("member_group")).isZero();
        assertThat(count("scheduled_tasks")).isZero();
    }

    @Test
    void filesOfNoText() {
        Reply refused = api.upload(new byte[] {'N', 'a', 'm', 'e', ',', 'E', 'm', 'a', 'i', 'l', '\n', 0, 1, 2});

        assertThat(refused.problem(422)).isEqualTo("FAILED: Invalid Encoding");
        assertThat((String) refused.get("explanation")).isEqualTo("Line 2, byte 12 is a NUL, which no text has.");
        assertThat(api.get(refused.location() + "/result.csv").problem(409))
                .matches("Import \\d+ is FAILED: its file could not be read, so there are no rows to download\\.");
        assertThat(api.upload(new byte[0]).problem(422)).isEqualTo("The file is empty.");
    }

    @Test
    void whatWasRejectedIsDownloadedAndCorrected() {
        Reply started = api.upload(TWO_ROWS);
        run(started);

        assertThat(api.get(started.location() + "/result.csv"))
                .satisfies(file -> assertThat(file.type()).isEqualTo("text/csv;charset=UTF-8"))
                .extracting(Reply::text)
                .isEqualTo("""
                        \ufeffLine,Result,Messages,Name,Email\r
                        2,Created,,Ann,ann@example.com\r
                        3,Rejected,Email is invalid,Bo,bo@\r
                        """);
        String errors = api.get(started.location() + "/errors.csv").is(200).text();
        assertThat(errors).isEqualTo("\ufeffName,Email,Messages\r\nBo,bo@,Email is invalid\r\n");
        assertThat(api.get(started.location() + "/issues").json())
                .isEqualTo(Map.of(
                        "items",
                        List.of(Map.of(
                                "line",
                                3,
                                "column",
                                "Email",
                                "value",
                                "bo@",
                                "severity",
                                "ERROR",
                                "message",
                                "Email is invalid")),
                        "total",
                        1));

        assertThat(run(api.upload(bytes(errors.replace("bo@", "bo@example.com")))))
                .satisfies(done -> {
                    assertThat(done.created()).isEqualTo(1);
                    assertThat(done.rejected()).isZero();
                });
    }

    @Test
    void issuesByThePage() {
        Reply started = api.upload(bytes("Name,Email\n" + "Bo,bo@\n".repeat(5)));
        run(started);

        assertThat(lines(started, "?page=0&size=2")).containsExactly(2, 3);
        assertThat(lines(started, "?page=2&size=2")).containsExactly(6);
        assertThat(lines(started, "?page=3&size=2")).isEmpty();
        assertThat(lines(started, "")).hasSize(5);
        assertThat(api.get(started.location() + "/issues?page=-1&size=1001").problem(422))
                .isEqualTo(
                        "page: expected a number from 0 to 2,147,483,647, found -1. size: expected a number from 1 to"
                                + " 1,000, found 1001.");
        assertThat(api.get(started.location() + "/issues?page=x").problem(422))
                .isEqualTo("page: expected a number, found x.");
    }

    @Test
    void aCheckIsCancelledButNotResumed() {
        String address = api.upload(TWO_ROWS, "check", "true").location();
        api.post(address + "/cancel").is(202);

        assertThat(api.post(address + "/resume").problem(409)).isEqualTo("A check cannot be resumed. Start it again.");
    }

    @Test
    void anImportIsCancelledAndResumed() {
        Reply started = api.upload(TWO_ROWS);
        String address = started.location();

        assertThat(api.post(address + "/resume").problem(409))
                .isEqualTo("Import %s is QUEUED. Only an import that is CANCELLED or FAILED can be resumed."
                        .formatted(started.get("id")));
        assertThat(api.post(address + "/cancel").is(202).get("state")).isEqualTo("CANCELLED");
        assertThat(api.post(address + "/cancel").problem(409))
                .isEqualTo(
                        "Import %s is CANCELLED. Only an import that is QUEUED, CHECKING or RUNNING can be cancelled."
                                .formatted(started.get("id")));
        assertThat(api.post(address + "/resume").is(202).get("state")).isEqualTo("QUEUED");
        assertThat(run(started).state()).isEqualTo(ImportState.COMPLETED);
    }

    @Test
    void anImportWhoseFileWasRefusedIsNotResumed() {
        Reply refused =
                api.upload("Name,Email,company size\nAda,ada@example.com,12\n".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.problem(422)).startsWith("Invalid header - company size. Valid headers are Name, Email,");

        assertThat(api.post(refused.location() + "/resume").problem(409))
                .isEqualTo(
                        "The file was refused before its first row, and would be again. Correct it, and import it anew.");
        assertThat(api.get(refused.location()).is(200).get("state")).isEqualTo("FAILED");
        assertThat(desk.active()).isEmpty();
    }

    @Test
    void isUndone() {
        Reply started = api.upload(TWO_ROWS);
        String address = started.location();
        assertThat(api.post(address + "/undo").problem(409))
                .isEqualTo("This import is still under way. Wait until it is done, or cancel it first.");
        ImportId id = run(started).id();

        assertThat(api.post(address + "/undo").is(202).get("state")).isEqualTo("QUEUED");
        assertThat(api.get(address).is(200).get("state")).isEqualTo("QUEUED");
        assertThat(api.post(address + "/undo").problem(409)).isEqualTo("This import is being undone already.");
        assertThat(api.post(address + "/resume").problem(409)).isEqualTo("This import is being undone already.");
        ImportId undo = desk.active().getFirst().id();
        imports.runUndo(undo);

        assertThat(api.get(address).is(200).get("state")).isEqualTo("UNDONE");
        assertThat(api.post(address + "/undo").problem(409)).isEqualTo("This import was undone already.");
        assertThat(desk.find(id).orElseThrow().undo()).isNotNull();
        assertThat(api.get("/api/v1/imports/" + undo.value()).problem(404))
                .startsWith("There is no import %d.".formatted(undo.value()));
    }

    @Test
    void whatIsNotThere() {
        for (String address : List.of("", "/issues", "/result.csv", "/errors.csv")) {
            assertThat(api.get("/api/v1/imports/4711" + address).problem(404))
                    .isEqualTo("There is no import 4711. Use the id that POST /api/v1/imports answered.");
        }
        assertThat(api.post("/api/v1/imports/4711/cancel").problem(404)).startsWith("There is no import 4711.");
        assertThat(api.get("/api/v1/imports/last").problem(404))
                .isEqualTo("There is nothing with the id last. Ids are numbers.");
    }

    @Test
    void whatIsNoUpload() {
        assertThat(api.post("/api/v1/imports", "{}").problem(415))
                .isEqualTo("Content-Type: expected multipart/form-data, found application/json.");
        assertThat(api.send(api.request(HttpMethod.POST, "/api/v1/imports")
                                .contentType("multipart/form-data")
                                .content("x"))
                        .problem(400))
                .isEqualTo("The body is no multipart/form-data upload, or it broke off. Send the file as the field"
                        + " \"file\", such as with curl -F file=@customers.csv.");
        assertThat(api.send(
                                api.request(HttpMethod.POST, "/api/v1/imports")
                                        .contentType("multipart/form-data; boundary=b")
                                        .content(
                                                "--b\r\nContent-Disposition: form-data; name=\"as\"\r\n\r\nADVOCATES\r\n--b--\r\n"))
                        .problem(422))
                .isEqualTo("file: expected exactly one file, found 0.");
        assertThat(api.send(
                                api.request(HttpMethod.POST, "/api/v1/imports")
                                        .contentType("multipart/form-data; boundary=b")
                                        .content(
                                                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nName,Em"))
                        .problem(400))
                .startsWith("The body is no multipart/form-data upload, or it broke off.");
        nothingIsLeft();
    }

    private ImportSnapshot run(Reply started) {
        return imports.run(new ImportId((Integer) started.is(202).get("id")));
    }

    private List<Object> lines(Reply started, String query) {
        return api.get(started.location() + "/issues" + query).is(200).list("items").stream()
                .map(issue -> issue.get("line"))
                .toList();
    }

    private Map<String, Object> advocate(String email) {
        return api.get("/api/v1/advocates?email=" + email).is(200).list("items").getFirst();
    }

    private void nothingIsLeft() {
        assertThat(count("import_file")).isZero();
        assertThat(count("import_file_piece")).isZero();
        assertThat(count("import_run")).isZero();
        assertThat(count("member_group")).isZero();
    }

    private long count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
