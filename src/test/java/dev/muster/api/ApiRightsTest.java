package dev.muster.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.security.Role;
import dev.muster.testing.ApiClient;
import dev.muster.testing.ApiClient.Reply;
import dev.muster.testing.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What a token may do, by its role. Each request of the client sees to it that no session begins. */
@ServiceTest
class ApiRightsTest {

    private static final byte[] FILE = "Name,Email\nAnn,ann@example.com\n".getBytes(StandardCharsets.UTF_8);

    @Autowired
    JdbcClient jdbc;

    private ApiClient viewer;
    private ApiClient manager;
    private Reply started;
    private Reply advocate;

    @BeforeEach
    void startWithAnImportAndAnAdvocate(@Autowired WebApplicationContext application) {
        manager = new ApiClient(application, "Mara Lindqvist", Role.MANAGER);
        viewer = new ApiClient(application, "Vera Viewer", Role.VIEWER);
        started = manager.upload(FILE).is(202);
        advocate = manager.post("/api/v1/advocates", "{\"name\": \"Bo\", \"email\": \"bo@example.com\"}")
                .is(201);
    }

    @Test
    void aViewerReads() {
        for (String address : List.of(
                started.location(),
                started.location() + "/issues",
                started.location() + "/result.csv",
                started.location() + "/errors.csv",
                "/api/v1/advocates",
                advocate.location(),
                "/api/v1/groups",
                "/api/v1/fields",
                "/api/v1/template.csv")) {
            viewer.get(address).is(200);
        }
        viewer.get("/api/v1/advocates", "text/csv").is(200);
    }

    @Test
    void aViewerChangesNothing() {
        String refusal = "Your role, Viewer, does not allow this.";
        assertThat(viewer.upload(FILE).problem(403)).isEqualTo(refusal);
        assertThat(viewer.upload(FILE, "as", "CUSTOMERS").problem(403)).isEqualTo(refusal);
        assertThat(viewer.post(started.location() + "/cancel").problem(403)).isEqualTo(refusal);
        assertThat(viewer.post("/api/v1/advocates", "{}").problem(403)).isEqualTo(refusal);
        assertThat(viewer.patch(advocate.location(), "{\"nothing\": 1}").problem(403))
                .isEqualTo(refusal);
        assertThat(viewer.delete(advocate.location()).problem(403)).isEqualTo(refusal);
        assertThat(viewer.post(advocate.location() + "/invitation").problem(403))
                .isEqualTo(refusal);
        assertThat(viewer.post("/api/v1/groups", "{\"name\": \"X\"}").problem(403))
                .isEqualTo(refusal);
        manager.post(started.location() + "/cancel").is(202);
        assertThat(viewer.post(started.location() + "/resume").problem(403)).isEqualTo(refusal);

        assertThat(jdbc.sql("SELECT COUNT(*) FROM import_run").query(Long.class).single())
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM import_file")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void onlyAnAdministratorCreatesFields() {
        assertThat(manager.post("/api/v1/fields", "{\"name\": \"Region\"}").problem(403))
                .isEqualTo("Your role, Manager, does not allow this.");
    }

    @Test
    void withoutATokenNothingIsSaid() {
        for (Map.Entry<HttpMethod, String> request : List.of(
                Map.entry(HttpMethod.GET, "/api/v1/advocates"),
                Map.entry(HttpMethod.POST, "/api/v1/imports"),
                Map.entry(HttpMethod.GET, "/api/v1/nothing"))) {
            Reply reply = manager.send(MockMvcRequestBuilders.request(request.getKey(), request.getValue()));
            assertThat(reply.problem(401)).isEqualTo("Send a token: Authorization: Bearer <token>.");
        }
        assertThat(manager.send(MockMvcRequestBuilders.get("/api/v1/advocates")
                                .header("Authorization", "Bearer muster_guessed"))
                        .problem(401))
                .isEqualTo("This token does not work. It may be mistyped, revoked or expired.");
    }

    @Test
    void addressesAndMethodsThatThereAreNot() {
        assertThat(manager.get("/api/v1/nothing").problem(404))
                .isEqualTo("There is no GET /api/v1/nothing. The API is described at /api/docs.");
        assertThat(manager.delete("/api/v1/groups").problem(405))
                .isEqualTo("DELETE is not possible here. Possible: GET, POST.");
        assertThat(manager.get("/api/v1/groups", "image/png").status()).isEqualTo(406);
    }
}
