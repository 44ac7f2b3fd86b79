package dev.muster.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.security.Role;
import dev.muster.testing.ApiClient;
import dev.muster.testing.ApiClient.Reply;
import dev.muster.testing.ServiceTest;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** What comes of a file that is larger than the hub takes. */
@ServiceTest
@TestPropertySource(properties = "muster.imports.max-bytes=1000000")
class TooLargeUploadsTest {

    private static final byte[] FILE = new byte[8 << 20];

    @Autowired
    JdbcClient jdbc;

    private ApiClient api;

    @BeforeEach
    void startWithAManager(@Autowired WebApplicationContext application) {
        api = new ApiClient(application, "Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void theAnswerComesBeforeTheFileIsReadToItsEnd() throws IOException {
        var body = new ServletInputStream[1];
        Reply refusal = api.send(upload().with(request -> {
            body[0] = request.getInputStream();
            return request;
        }));

        assertThat(refusal.problem(422)).isEqualTo("The file is larger than 1,000,000 bytes.");
        assertThat(body[0].available()).isGreaterThan(6 << 20);
        assertThat(count("import_file_piece")).isZero();
    }

    @Test
    void theSameRequestIsAnsweredAlike() {
        Reply first = api.send(upload().header("Idempotency-Key", "7f3a")).is(422);
        Reply second = api.send(upload().header("Idempotency-Key", "7f3a"));

        assertThat(second).isEqualTo(first);
        assertThat(count("import_run")).isEqualTo(1);
    }

    private MockHttpServletRequestBuilder upload() {
        return api.uploadRequest(FILE);
    }

    private int count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }
}
