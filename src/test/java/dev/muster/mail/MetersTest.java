package dev.muster.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import dev.muster.testing.Users;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What monitoring reads, and who may. */
@ServiceTest
class MetersTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Test
    void mailIsCountedByState() {
        PostOffice post = PostOffice.of(application);
        post.queue("mara@hub.example");
        post.queue("noor@hub.example");
        post.keep("ines@hub.example");
        clock.advance(Duration.ofMinutes(1));

        assertThat(mail("queued")).isEqualTo(2);
        assertThat(mail("kept")).isEqualTo(1);
        assertThat(mail("sent")).isZero();
        assertThat(meters.get("muster.mail.stopped").gauge().value()).isZero();
    }

    @Test
    void rowsOfImportsAreCountedByOutcome() {
        users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        clock.advance(Duration.ofMinutes(2));
        assertThat(rows("created")).isZero();

        jdbc.sql("""
                        INSERT INTO import_file (id, file_name, bytes, pieces, uploaded_at, uploaded_by)
                        SELECT 7, 'a.csv', 1, 0, '2026-11-22', id FROM account""").update();
        jdbc.sql("""
                        INSERT INTO import_run (id, version, file_id, file_name, bytes, state, member_kind, invite, settings,
                            started_by, created_at, fence, purpose, processed, created, updated, unchanged, rejected,
                            warnings, already_taken, invitations_queued, bytes_read, last_chunk, last_line, working_millis, take_overs)
                        SELECT 7, 0, 7, 'a.csv', 1, 'COMPLETED', 'ADVOCATE', FALSE, '{}', id, '2026-11-22', 2, 'IMPORT',
                            10, 4, 3, 2, 1, 0, 0, 0, 1, 5, 11, 2500, 1 FROM account""").update();
        clock.advance(Duration.ofMinutes(1));

        assertThat(rows("created")).isEqualTo(4);
        assertThat(rows("rejected")).isEqualTo(1);
        assertThat(meters.get("muster.import.chunks").functionCounter().count()).isEqualTo(5);
        assertThat(meters.get("muster.import.working").functionCounter().count())
                .isEqualTo(2.5);
        assertThat(meters.get("muster.import.takeovers").functionCounter().count())
                .isEqualTo(1);
    }

    @Test
    void whoeverBringsNoTokenReadsNone() throws Exception {
        var mvc = MockMvcBuilders.webAppContextSetup(application)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();

        int anonymous = mvc.perform(MockMvcRequestBuilders.get("/actuator/prometheus"))
                .andReturn()
                .getResponse()
                .getStatus();

        assertThat(anonymous).isEqualTo(401);
    }

    @Test
    void theDashboardShowsMetersThatThereAre() throws IOException {
        String dashboard = Files.readString(Path.of("src/docs/grafana/muster.json"));
        Set<String> shown = Pattern.compile("muster_\\w+")
                .matcher(dashboard)
                .results()
                .map(match -> match.group().replace('_', '.').replaceAll("\\.(seconds\\.)?total$", ""))
                .collect(Collectors.toSet());

        assertThat(shown).hasSizeGreaterThan(5);
        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().getName())
                .containsAll(shown);
    }

    private double mail(String state) {
        return meters.get("muster.mail").tag("state", state).gauge().value();
    }

    private double rows(String outcome) {
        return meters.get("muster.import.rows")
                .tag("outcome", outcome)
                .functionCounter()
                .count();
    }
}
