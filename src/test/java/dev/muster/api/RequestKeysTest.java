package dev.muster.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.security.Role;
import dev.muster.testing.ApiClient;
import dev.muster.testing.ApiClient.Reply;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@ServiceTest
class RequestKeysTest {

    private static final byte[] FILE = "Name,Email\nAnn,ann@example.com\n".getBytes(StandardCharsets.UTF_8);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    RequestKeys keys;

    @Autowired
    WebApplicationContext application;

    private ApiClient api;

    @BeforeEach
    void startWithAManager() {
        api = new ApiClient(application, "Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void theSameRequestIsDoneOnceAndAnsweredAlike() {
        Reply first =
                send("7f3a", FILE, "as", "NOMINEES", "groups", "Beta testers").is(202);
        Reply second = send("7f3a", FILE, "groups", "Beta testers", "as", "NOMINEES");

        assertThat(second).isEqualTo(first);
        assertThat(count("import_run")).isEqualTo(1);
        assertThat(count("import_file")).isEqualTo(1);
    }

    @Test
    void withoutAKeyEachRequestIsDone() {
        api.upload(FILE).is(202);
        api.upload(FILE).is(202);

        assertThat(count("import_run")).isEqualTo(2);
    }

    @Test
    void anotherRequestWithTheSameKeyIsRefused() {
        send("7f3a", FILE).is(202);
        String refusal =
                "Idempotency-Key: this key came before, with another request. Use a new key for each new request.";

        assertThat(send("7f3a", FILE, "as", "NOMINEES").problem(422)).isEqualTo(refusal);
        assertThat(send("7f3a", "Name,Email\nBo,bo@example.com\n".getBytes(StandardCharsets.UTF_8))
                        .problem(422))
                .isEqualTo(refusal);
        assertThat(count("import_run")).isEqualTo(1);
        assertThat(count("import_file")).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeImportedFailsOnce() {
        byte[] file = "Name\nAnn\n".getBytes(StandardCharsets.UTF_8);
        Reply first = send("7f3a", file).is(422);

        assertThat(send("7f3a", file)).isEqualTo(first);
        assertThat(count("import_run")).isEqualTo(1);
    }

    @Test
    void aWrongRequestDoesNotUseTheKeyUp() {
        send("7f3a", FILE, "as", "CUSTOMERS").is(422);

        send("7f3a", FILE, "as", "ADVOCATES").is(202);
    }

    @Test
    void theSameRequestManyTimesAtTheSameMoment() throws Exception {
        int times = 8;
        var start = new CountDownLatch(times);
        try (var threads = Executors.newFixedThreadPool(times)) {
            List<Future<Reply>> replies = Stream.generate(() -> threads.submit(() -> {
                        start.countDown();
                        start.await();
                        return send("7f3a", FILE, "groups", "Brand new");
                    }))
                    .limit(times)
                    .toList();
            Reply first = replies.getFirst().get().is(202);
            for (Future<Reply> reply : replies) {
                assertThat(reply.get()).isEqualTo(first);
            }
        }
        assertThat(count("import_run")).isEqualTo(1);
        assertThat(count("import_file")).isEqualTo(1);
        assertThat(count("member_group")).isEqualTo(1);
    }

    @Test
    void aKeyBelongsToItsAccount() {
        send("7f3a", FILE).is(202);
        api = new ApiClient(application, "Somebody Else", Role.MANAGER);

        send("7f3a", FILE).is(202);

        assertThat(count("import_run")).isEqualTo(2);
    }

    @Test
    void afterADayAKeyIsFree() {
        send("7f3a", FILE).is(202);
        clock.advance(Duration.ofHours(24));
        send("7f3a", FILE, "as", "NOMINEES").is(422);
        clock.advance(Duration.ofSeconds(1));
        send("7f3a", FILE, "as", "NOMINEES").is(202);

        clock.advance(Duration.ofHours(25));
        keys.removeOld();
        assertThat(count("api_request")).isZero();
    }

    @Test
    void whatIsNoKey() {
        assertThat(send("x".repeat(256), FILE).problem(422))
                .isEqualTo("Idempotency-Key: expected 1 to 255 visible ASCII characters, found %s…."
                        .formatted("x".repeat(100)));
        assertThat(send("", FILE).problem(422)).startsWith("Idempotency-Key: expected 1 to 255 visible ASCII");
    }

    private Reply send(String key, byte[] file, String... fields) {
        return api.send(api.uploadRequest(file, fields).header("Idempotency-Key", key));
    }

    private long count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }
}
