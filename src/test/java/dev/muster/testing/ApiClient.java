package dev.muster.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.muster.common.Json;
import dev.muster.security.Role;
import dev.muster.security.TokenDesk;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.core.type.TypeReference;

/** A client of the REST API, which goes the whole way through the security chain with a token of its own. */
public final class ApiClient {

    private static final String BOUNDARY = "the-boundary-of-the-parts";

    private final MockMvc mvc;
    private final String token;

    /** Creates an administrator called {@code name}, and a token of theirs with the {@code role}. */
    public ApiClient(WebApplicationContext application, String name, Role role) {
        mvc = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        application.getBean(Users.class).actAs(name, Role.ADMINISTRATOR);
        token = application.getBean(TokenDesk.class).create(name, role, null);
        SecurityContextHolder.setContext(before);
    }

    /**
     * An answer.
     *
     * @param location null where it has none
     */
    public record Reply(
            int status, @Nullable String type, @Nullable String location, String text) {

        /** Returns the JSON object. */
        public Map<String, Object> json() {
            return Json.read(text, new TypeReference<Map<String, Object>>() {});
        }

        /** Returns one member of the JSON object. */
        public Object get(String name) {
            return json().get(name);
        }

        /** Returns the objects of a list in the JSON object. */
        @SuppressWarnings("unchecked")
        public List<Map<String, Object>> list(String name) {
            return (List<Map<String, Object>>) json().get(name);
        }

        /** Returns the detail of the problem that it is, of this status. */
        public String problem(int expected) {
            assertThat(status).as(text).isEqualTo(expected);
            assertThat(type).isEqualTo("application/problem+json");
            assertThat(get("status")).isEqualTo(expected);
            return (String) get("detail");
        }

        /** Returns itself where it has this status. */
        public Reply is(int expected) {
            assertThat(status).as(text).isEqualTo(expected);
            return this;
        }
    }

    public Reply get(String address) {
        return send(request(HttpMethod.GET, address));
    }

    public Reply get(String address, String accept) {
        return send(request(HttpMethod.GET, address).header("Accept", accept));
    }

    public Reply post(String address) {
        return send(request(HttpMethod.POST, address));
    }

    public Reply post(String address, String json) {
        return send(request(HttpMethod.POST, address)
                .contentType("application/json")
                .content(json));
    }

    public Reply patch(String address, String json) {
        return send(request(HttpMethod.PATCH, address)
                .contentType("application/merge-patch+json")
                .content(json));
    }

    public Reply delete(String address) {
        return send(request(HttpMethod.DELETE, address));
    }

    /** Sends a request that a test has made itself. */
    public Reply send(MockHttpServletRequestBuilder request) {
        var user = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            assertThat(response.getHeaders("Set-Cookie")).isEmpty();
            assertThat(response.getContentAsString()).doesNotContain(token);
            return new Reply(
                    response.getStatus(),
                    response.getContentType(),
                    response.getHeader("Location"),
                    response.getContentAsString(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            SecurityContextHolder.setContext(user);
        }
    }

    /** Returns a request with the token. */
    public MockHttpServletRequestBuilder request(HttpMethod method, String address) {
        return MockMvcRequestBuilders.request(method, address).header("Authorization", "Bearer " + token);
    }

    /** Sends a file; {@code fields} are names and values in turn, and come before it. */
    public Reply upload(byte[] file, String... fields) {
        return send(uploadRequest(file, fields));
    }

    /** Returns the request that sends a file. */
    public MockHttpServletRequestBuilder uploadRequest(byte[] file, String... fields) {
        var body = new ByteArrayOutputStream();
        for (int i = 0; i < fields.length; i += 2) {
            write(
                    body,
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(BOUNDARY, fields[i], fields[i + 1]));
        }
        write(body, """
                --%s\r
                Content-Disposition: form-data; name="file"; filename="customers.csv"\r
                Content-Type: text/csv\r
                \r
                """.formatted(BOUNDARY));
        body.writeBytes(file);
        write(body, "\r\n--%s--\r\n".formatted(BOUNDARY));
        return request(HttpMethod.POST, "/api/v1/imports")
                .contentType("multipart/form-data; boundary=" + BOUNDARY)
                .content(body.toByteArray());
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
