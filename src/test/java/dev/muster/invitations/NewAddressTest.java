package dev.muster.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.common.HubSettings;
import dev.muster.mail.Addressee;
import dev.muster.members.EditOutcome;
import dev.muster.members.MemberId;
import dev.muster.members.MemberProfile;
import dev.muster.members.ProfileData;
import dev.muster.members.ProfileDesk;
import dev.muster.members.StandardField;
import dev.muster.members.StoredMember;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.EnumMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of an invitation whose address turns out to be wrong. */
@ServiceTest
class NewAddressTest {

    private static final MemberId JOSE = new MemberId(1);

    @Autowired
    InvitationDesk desk;

    @Autowired
    OpenInvitations job;

    @Autowired
    JoinDesk joining;

    @Autowired
    PersonalTokens tokens;

    @Autowired
    MemberLetterGate gate;

    @Autowired
    ProfileDesk profiles;

    @Autowired
    HubSettings hub;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Users users;

    @BeforeEach
    void someoneIsInvited() {
        hub.save(HubSettings.COMPANY, "Lumenworks");
        users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        StoredMember.contact(1, "Jose Alvarez", "jose@puertoverde.example").in(jdbc);
        desk.invite(JOSE);
    }

    @Test
    void theLetterToTheOldAddressStopsAndItsLinkToo() {
        job.run(() -> false);
        String token = token();

        moveTo("jose@puertoazul.example");

        assertThat(text("SELECT state FROM mail")).isEqualTo("CANCELLED");
        assertThat(text("SELECT server_reply FROM mail")).isEqualTo("Not sent: the member has another address now.");
        assertThat(joining.open(token)).isEqualTo(new Welcome.Unknown());
    }

    @Test
    void whoeverIsInvitedAgainGetsItAtTheNewAddress() {
        job.run(() -> false);
        moveTo("jose@puertoazul.example");

        assertThat(desk.invite(JOSE)).isTrue();
        job.run(() -> false);

        assertThat(text("SELECT to_address FROM mail WHERE state <> 'CANCELLED'"))
                .isEqualTo("jose@puertoazul.example");
    }

    @Test
    void anInvitationWithoutItsLetterGoesToTheNewAddress() {
        moveTo("jose@puertoazul.example");
        job.run(() -> false);

        assertThat(text("SELECT to_address FROM mail")).isEqualTo("jose@puertoazul.example");
        assertThat(joining.open(token())).isInstanceOf(Welcome.Open.class);
    }

    @Test
    void theSameAddressInOtherLettersStopsNothing() {
        job.run(() -> false);
        moveTo("Jose@PuertoVerde.example");

        assertThat(text("SELECT state FROM mail")).isEqualTo("KEPT");
        assertThat(joining.open(token())).isInstanceOf(Welcome.Open.class);
    }

    @Test
    void aLetterToAnAddressThatIsNotTheMembersIsKeptBackAtTheLastMoment() {
        job.run(() -> false);
        var addressee = new Addressee(1, number("SELECT id FROM invitation"));

        assertThat(gate.objection(addressee, "Jose@puertoverde.example")).isEmpty();
        assertThat(gate.objection(addressee, "jose@puertoazul.example"))
                .contains("Not sent: the member has another address now.");
    }

    private void moveTo(String address) {
        MemberProfile profile = profiles.find(JOSE).orElseThrow();
        var standard = new EnumMap<StandardField, String>(profile.data().standard());
        standard.put(StandardField.EMAIL, address);
        assertThat(profiles.edit(
                        JOSE,
                        profile.version(),
                        new ProfileData(standard, profile.data().custom())))
                .isInstanceOf(EditOutcome.Saved.class);
    }

    private String token() {
        return tokens.of(PersonalTokens.Purpose.JOIN, number("SELECT id FROM invitation"));
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
