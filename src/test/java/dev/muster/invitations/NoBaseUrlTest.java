package dev.muster.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.common.HubSettings;
import dev.muster.members.MemberId;
import dev.muster.members.StoredMember;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A hub that has a mail server, but nobody has said yet where links in its mails lead. */
@ServiceTest
@DirtiesContext
@TestPropertySource(properties = {"spring.mail.host=127.0.0.1", "spring.mail.port=9"})
class NoBaseUrlTest {

    private static final String SENTENCE =
            "Nobody can be invited yet: links in mails need the public address of the hub. Set the Base URL in"
                    + " Settings > Email, or MUSTER_BASE_URL.";

    /** An application of its own takes over who is logged in, for all tests of the JVM: afterwards it gives that back. */
    private static @Nullable SecurityContextHolderStrategy ofOtherTests;

    @Autowired
    InvitationDesk desk;

    @Autowired
    HubSettings hub;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void remember() {
        ofOtherTests = SecurityContextHolder.getContextHolderStrategy();
    }

    @AfterAll
    static void giveBack() {
        SecurityContextHolder.setContextHolderStrategy(Objects.requireNonNull(ofOtherTests));
    }

    @Test
    void invitationsAreRefusedWithWhereToSetIt(@Autowired Users users) {
        users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        StoredMember.contact(1, "Ana", "ana@a.example").in(jdbc);

        assertThat(desk.obstacle()).contains(SENTENCE);
        assertThatThrownBy(() -> desk.invite(new MemberId(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(SENTENCE);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM invitation").query(Long.class).single())
                .isZero();

        hub.save(HubSettings.BASE_URL, "https://hub.example");
        assertThat(desk.obstacle()).isEmpty();
        assertThat(desk.invite(new MemberId(1))).isTrue();
    }
}
