package dev.muster.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import dev.muster.testing.Users;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@ServiceTest
class AuditTrailTest {

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditLog log;

    @Autowired
    Users users;

    @Autowired
    SettableClock clock;

    private AccountId ada;

    @BeforeEach
    void logIn() {
        ada = users.actAs("Ada Admin", Role.ADMINISTRATOR).id();
    }

    @Test
    void theNewestComesFirstAndPagesDoNotMoveWhileTheLogGrows() {
        for (int i = 1; i <= 25; i++) {
            log.record("group.create", "group", Integer.toString(i), null);
            if (i % 4 == 0) {
                clock.advance(Duration.ofSeconds(1));
            }
        }
        var pages = new AuditPages();
        var seen = new ArrayList<@Nullable String>();
        for (int offset = 0; offset < 25; offset += 10) {
            trail.page(AuditQuery.ALL, pages, offset, 10).forEach(entry -> seen.add(entry.objectId()));
            log.record("group.delete", "group", "later", null);
        }

        var expected = new ArrayList<String>();
        for (int i = 25; i >= 1; i--) {
            expected.add(Integer.toString(i));
        }
        assertThat(seen).containsExactlyElementsOf(expected);
        assertThat(trail.page(AuditQuery.ALL, pages, 23, 10))
                .extracting(AuditEntry::objectId)
                .containsExactly("2", "1");
    }

    @Test
    void filtersByPersonActionDayAndText() {
        log.record("group.create", "group", "1", AuditDetail.named("EMEA").text());
        clock.advance(Duration.ofDays(1));
        users.actAs("Bo Admin", Role.ADMINISTRATOR);
        log.record("group.create", "group", "2", AuditDetail.named("Beta 100%").text());
        log.record("group.delete", "group", "1", AuditDetail.named("EMEA").text());
        var day = clock.instant();

        assertThat(found(new AuditQuery(ada, null, null, null, ""))).containsExactly("group.create 1");
        assertThat(found(new AuditQuery(null, "group.create", null, null, "")))
                .containsExactly("group.create 2", "group.create 1");
        assertThat(found(new AuditQuery(null, null, day, null, "")))
                .containsExactly("group.delete 1", "group.create 2");
        assertThat(found(new AuditQuery(null, null, null, day, ""))).containsExactly("group.create 1");
        assertThat(found(new AuditQuery(null, null, null, null, "emea")))
                .containsExactly("group.delete 1", "group.create 1");
        assertThat(found(new AuditQuery(null, null, null, null, "0%"))).containsExactly("group.create 2");
        assertThat(found(new AuditQuery(null, null, null, null, "bo"))).hasSize(2);
    }

    @Test
    void anEntryTellsWhatChangedFromWhatToWhat() {
        log.record(
                "group.change",
                "group",
                "1",
                AuditDetail.named("EMEA")
                        .with("Join code", null, "emea")
                        .with("Name", "EMEA", "EMEA")
                        .mentioning("Picture")
                        .text());
        log.record("advocates.export", "member", null, "12 rows");

        assertThat(trail.page(AuditQuery.ALL, new AuditPages(), 0, 10))
                .extracting(AuditEntry::detail)
                .containsExactly(
                        new AuditDetail("12 rows", List.of()),
                        new AuditDetail(
                                "EMEA",
                                List.of(
                                        new AuditDetail.Change("Join code", null, "emea"),
                                        new AuditDetail.Change("Picture", null, null))));
    }

    @Test
    void theExportRunsNoFormulaAndIsRecorded() throws Exception {
        log.record("group.create", "group", "1", AuditDetail.named("=1+1").text());
        var file = new ByteArrayOutputStream();

        trail.write(AuditQuery.ALL, file);

        assertThat(file.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "\ufeffTime,Who,Action,Object,Id,Name,Changes",
                        "2026-11-22T10:42:00Z,Ada Admin,audit.export-begin,audit-log,,,",
                        "2026-11-22T10:42:00Z,Ada Admin,group.create,group,1,'=1+1,");
        assertThat(found(AuditQuery.ALL))
                .containsExactly("audit.export null", "audit.export-begin null", "group.create 1");
    }

    @Test
    void onlyAdministratorsReadIt() {
        users.actAs("Mona Manager", Role.MANAGER);

        assertThatThrownBy(() -> trail.page(AuditQuery.ALL, new AuditPages(), 0, 10))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> trail.write(AuditQuery.ALL, new ByteArrayOutputStream()))
                .isInstanceOf(AccessDeniedException.class);
    }

    private List<String> found(AuditQuery query) {
        return trail.page(query, new AuditPages(), 0, 100).stream()
                .map(entry -> entry.action() + " " + entry.objectId())
                .toList();
    }
}
