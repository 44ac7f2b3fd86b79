package dev.muster.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.common.HubSettings;
import dev.muster.members.MemberId;
import dev.muster.members.StoredMember;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A hub that has a mail server, but nobody has said yet where links in its mails lead. */
@ServiceTest
@TestPropertySource(properties = {"spring.mail.host=127.0.0.1", "spring.mail.port=9"})
class NoBaseUrlTest {

    private static final String SENTENCE =
            "Nobody can be invited yet: links in mails need the public address of the hub. Set the Base URL in"
                    + " Settings > Email, or MUSTER_BASE_URL.";

    @Autowired
    InvitationDesk desk;

    @Autowired
    HubSettings hub;

    @Autowired
    JdbcClient jdbc;

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
