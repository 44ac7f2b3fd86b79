package dev.muster.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.common.EmailAddress;
import dev.muster.common.HubSettings;
import dev.muster.mail.MailId;
import dev.muster.mail.MailRow;
import dev.muster.mail.MailState;
import dev.muster.mail.OutboxDesk;
import dev.muster.members.MemberChange;
import dev.muster.members.MemberId;
import dev.muster.members.MembersDesk;
import dev.muster.members.StoredMember;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the Outbox still knows of somebody who was deleted. */
@ServiceTest
class ForgottenMemberTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-05T08:00:00Z");

    @Autowired
    InvitationDesk desk;

    @Autowired
    OpenInvitations job;

    @Autowired
    GroupDoor door;

    @Autowired
    MembersDesk members;

    @Autowired
    OutboxDesk outbox;

    @Autowired
    HubSettings hub;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Users users;

    @BeforeEach
    void twoWithLetters() {
        hub.save(HubSettings.COMPANY, "Lumenworks");
        users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        StoredMember.contact(1, "Jose Alvarez", "Jose@puertoverde.example").in(jdbc);
        StoredMember.contact(2, "Ana", "ana@puertoverde.example").in(jdbc);
        desk.invite(new MemberId(1));
        desk.invite(new MemberId(2));
        job.run(() -> false);
    }

    @Test
    void nothingSaysWhoItWasAndTheLettersOfOthersStay() {
        jdbc.sql("UPDATE mail SET state = 'BOUNCED', server_reply = '550 jose@puertoverde.example unknown'")
                .update();
        jdbc.sql("""
                        INSERT INTO mail_try (mail_id, seq, tried_at, state, server_reply)
                        SELECT id, 1, created_at, 'BOUNCED', server_reply FROM mail""").update();

        delete(1);

        MailId letter = new MailId(number("SELECT id FROM mail WHERE member_id = 1"));
        assertThat(outbox.row(letter))
                .contains(new MailRow(letter, "Deleted member", "", "", MailState.CANCELLED, 0, null));
        assertThat(outbox.find(letter).orElseThrow().tries().getFirst().serverReply())
                .isNull();
        assertThat(number("SELECT COUNT(*) FROM mail WHERE LOWER(text_body) LIKE '%jose%' OR html_body LIKE '%Jose%'"))
                .isZero();
        assertThat(names()).containsExactlyInAnyOrder("Ana", "Deleted member");
        assertThat(number("SELECT COUNT(*) FROM mail_try WHERE server_reply IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void aLetterThatWentOutStaysSent() {
        jdbc.sql("UPDATE mail SET state = 'SENT'").update();

        delete(1);

        assertThat(number("SELECT COUNT(*) FROM mail WHERE state = 'SENT'")).isEqualTo(2);
    }

    @Test
    void theLetterThatToldAMemberWhereToLogInIsForgottenToo() {
        jdbc.sql("""
                        INSERT INTO member_group (id, version, name, name_key, join_code, join_code_key,
                            joined_by_default, created_at)
                        VALUES (7, 0, 'EMEA', 'emea', 'emea-2026', 'emea-2026', FALSE, '2026-01-01')""").update();
        StoredMember.contact(3, "Eve", "Eve@example.com").joined(LONG_AGO).in(jdbc);
        door.enter("emea-2026", "Eve", EmailAddress.parse("eve@example.com").orElseThrow());
        assertThat(names()).contains("Eve");

        delete(3);

        assertThat(names()).containsExactlyInAnyOrder("Jose Alvarez", "Ana", "Deleted member");
    }

    private void delete(long member) {
        members.change(Set.of(new MemberId(member)), MemberChange.of(MemberChange.Kind.DELETE));
    }

    private List<String> names() {
        return jdbc.sql("SELECT to_name FROM mail")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
