package dev.muster.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.common.HubSettings;
import dev.muster.common.Silence;
import dev.muster.members.StoredMember;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import dev.muster.testing.Users;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links that were mailed after the backup which is the database now. */
@ServiceTest
class SpentNumbersTest {

    @Autowired
    SpentNumbers spent;

    @Autowired
    JoinDesk joining;

    @Autowired
    PersonalTokens tokens;

    @Autowired
    HubSettings hub;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    Users users;

    @BeforeEach
    void someoneInvites() {
        hub.save(HubSettings.COMPANY, "Lumenworks");
        users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        StoredMember.contact(1, "Jose Alvarez", "jose@puertoverde.example").in(jdbc);
        StoredMember.contact(2, "Noor Haddad", "noor@puertoverde.example").in(jdbc);
    }

    @Test
    void aLinkOfTheLostDayOpensNothingOfWhoeverIsInvitedAfterIt() {
        long backup = nextOf("invitation_seq");
        long lost = backup + 1;
        restoreFrom(Duration.ofDays(1));

        long later = nextOf("invitation_seq");

        assertThat(later).isGreaterThan(lost + 24 * 3600L * 50_000L - 1).isLessThan(1L << 40);
        assertThat(joining.open(tokens.of(PersonalTokens.Purpose.JOIN, lost))).isEqualTo(new Welcome.Unknown());
    }

    @Test
    void membersNumbersAreLeftOutTooAndARestartLeavesOutNone() {
        long before = nextOf("member_seq");
        restoreFrom(Duration.ofMinutes(15));
        assertThat(nextOf("member_seq")).isEqualTo(before + 5000);

        restoreFrom(Duration.ofMinutes(16));
        assertThat(nextOf("member_seq")).isGreaterThan(before + 16 * 60 * 50_000L);
    }

    private void restoreFrom(Duration ago) {
        Instant now = clock.instant();
        spent.after(new Silence(now.minus(ago), now, false));
    }

    private long nextOf(String sequence) {
        return jdbc.sql("SELECT NEXT VALUE FOR " + sequence).query(Long.class).single();
    }
}
