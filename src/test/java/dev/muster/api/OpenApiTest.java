package dev.muster.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.common.Json;
import dev.muster.security.Role;
import dev.muster.testing.ApiClient;
import dev.muster.testing.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@ServiceTest
class OpenApiTest {

    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");

    @Autowired
    WebApplicationContext application;

    private MockMvc visitor;
    private JsonNode document;

    @BeforeEach
    void readTheDocument() throws Exception {
        visitor = MockMvcBuilders.webAppContextSetup(application)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        document = Json.read(get("/api/docs/openapi", "application/json").getContentAsString(), JsonNode.class);
    }

    @Test
    void everyOperationOfTheContractIsThereAndNoOther() {
        assertThat(operations())
                .containsExactlyInAnyOrder(
                        "POST /api/v1/imports",
                        "GET /api/v1/imports/{id}",
                        "GET /api/v1/imports/{id}/issues",
                        "GET /api/v1/imports/{id}/result.csv",
                        "GET /api/v1/imports/{id}/errors.csv",
                        "POST /api/v1/imports/{id}/cancel",
                        "POST /api/v1/imports/{id}/resume",
                        "POST /api/v1/imports/{id}/undo",
                        "GET /api/v1/advocates",
                        "POST /api/v1/advocates",
                        "GET /api/v1/advocates/{id}",
                        "PATCH /api/v1/advocates/{id}",
                        "DELETE /api/v1/advocates/{id}",
                        "POST /api/v1/advocates/{id}/invitation",
                        "GET /api/v1/groups",
                        "POST /api/v1/groups",
                        "GET /api/v1/fields",
                        "POST /api/v1/fields",
                        "GET /api/v1/template.csv");
    }

    @Test
    void everyAddressThatIsServedIsDescribed(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        Set<String> served = mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1"))
                        .flatMap(path ->
                                info.getMethodsCondition().getMethods().stream().map(method -> method + " " + path)))
                .collect(Collectors.toSet());

        assertThat(operations()).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void theDocumentIsSound() {
        assertThat(document.get("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        List<String> names = new ArrayList<>();
        eachOperation((operation, path) -> {
            names.add(operation.get("operationId").asString());
            assertThat(operation.get("summary").asString()).as(path).isNotBlank();
            assertThat(operation.get("responses").propertyNames()).as(path).contains("401", "403");
            assertThat(declared(operation)).as(path).containsAll(parametersOf(path));
            operation.get("responses").propertyNames().stream()
                    .filter(status -> status.startsWith("4"))
                    .forEach(status -> assertThat(operation
                                    .at("/responses/" + status + "/content/application~1problem+json/schema/$ref")
                                    .asString())
                            .isEqualTo("#/components/schemas/Problem"));
        });
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void everyReferenceLeadsToASchemaAndEverySchemaIsUsed() {
        List<String> references = document.findValues("$ref").stream()
                .map(JsonNode::asString)
                .distinct()
                .toList();

        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        assertThat(references)
                .containsExactlyInAnyOrderElementsOf(document.at("/components/schemas").propertyNames().stream()
                        .map(name -> "#/components/schemas/" + name)
                        .toList());
    }

    /** Answers have what the document says, all of it and no more. */
    @Test
    void answersAreAsDescribed() {
        var api = new ApiClient(application, "Ada Admin", Role.ADMINISTRATOR);
        ApiClient.Reply started = api.upload("Name,Email\nBo,bo@\n".getBytes(StandardCharsets.UTF_8));
        conforms(started, "Import");
        conforms(api.get(started.location() + "/issues"), "Issues");
        conforms(api.post("/api/v1/groups", "{\"name\": \"Beta\"}"), "Group");
        conforms(api.get("/api/v1/groups"), "Groups");
        conforms(api.post("/api/v1/fields", "{\"name\": \"Region\"}"), "Field");
        conforms(api.get("/api/v1/fields"), "Fields");
        ApiClient.Reply ann = api.post("/api/v1/advocates", "{\"name\": \"Ann\", \"email\": \"ann@example.com\"}");
        conforms(ann, "Advocate");
        conforms(api.get("/api/v1/advocates"), "Advocates");
        conforms(api.post(ann.location() + "/invitation"), "Invitation");
        assertThat(properties("Problem").propertyNames())
                .containsAll(api.post("/api/v1/groups", "{}").json().keySet());
        assertThat(properties("Problem").propertyNames())
                .containsAll(api.upload(new byte[0]).json().keySet());
    }

    @Test
    void programsGetTheDocumentAndPeopleThePage() throws Exception {
        assertThat(get("/api/docs", "*/*").getForwardedUrl()).isEqualTo("/api/docs/openapi");
        assertThat(get("/api/docs", "application/json").getForwardedUrl()).isEqualTo("/api/docs/openapi");
        assertThat(get("/api/docs", "text/html,application/xhtml+xml,*/*;q=0.8").getForwardedUrl())
                .isEqualTo("/api/docs/index.html");
        assertThat(get("/api/docs/openapi.yaml", "*/*").getContentAsString()).startsWith("openapi: 3.1");
    }

    @Test
    void thePageLoadsNothingFromElsewhereAndRunsNothingInline() throws Exception {
        MockHttpServletResponse page = get("/api/docs/index.html", "text/html");

        assertThat(page.getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; ")
                .doesNotContain("eval");
        assertThat(page.getHeaders("Set-Cookie")).isEmpty();
        assertThat(page.getContentAsString()).doesNotContain("//").doesNotContainPattern("<script>|onload=|<style");
        for (String file : List.of(
                "/api/docs/ui/swagger-ui.css",
                "/api/docs/ui/swagger-ui-bundle.js",
                "/api/docs/docs.css",
                "/api/docs/docs.js")) {
            assertThat(page.getContentAsString()).contains(file);
            assertThat(get(file, "*/*").getStatus()).as(file).isEqualTo(200);
        }
    }

    private MockHttpServletResponse get(String address, String accept) throws Exception {
        return visitor.perform(MockMvcRequestBuilders.get(address).header("Accept", accept))
                .andReturn()
                .getResponse();
    }

    private void conforms(ApiClient.Reply reply, String schema) {
        JsonNode described = document.at("/components/schemas/" + schema);
        Map<String, Object> found = reply.json();
        assertThat(found).containsOnlyKeys(properties(schema).propertyNames());
        assertThat(described.get("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(found.keySet());
        found.forEach((name, value) -> assertThat(types(properties(schema).get(name)))
                .as("%s.%s = %s", schema, name, value)
                .contains(typeOf(value)));
    }

    private JsonNode properties(String schema) {
        return document.at("/components/schemas/" + schema + "/properties");
    }

    private static List<String> types(JsonNode property) {
        JsonNode type = property.get("type");
        return type.isArray() ? type.valueStream().map(JsonNode::asString).toList() : List.of(type.asString());
    }

    private static String typeOf(Object value) {
        return switch (value) {
            case null -> "null";
            case String _ -> "string";
            case Boolean _ -> "boolean";
            case Number _ -> "integer";
            case List<?> _ -> "array";
            default -> "object";
        };
    }

    private Set<String> operations() {
        var operations = new TreeSet<String>();
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    private void eachOperation(BiConsumer<JsonNode, String> check) {
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue().valueStream().forEach(one -> check.accept(one, path.getKey())));
    }

    private static List<String> declared(JsonNode operation) {
        JsonNode parameters = operation.get("parameters");
        return parameters == null
                ? List.of()
                : parameters
                        .valueStream()
                        .map(parameter -> parameter.get("name").asString())
                        .toList();
    }

    private static List<String> parametersOf(String path) {
        return PATH_PARAMETER
                .matcher(path)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
