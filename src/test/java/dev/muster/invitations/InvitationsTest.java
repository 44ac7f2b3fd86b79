package dev.muster.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.common.EmailAddress;
import dev.muster.common.HubSettings;
import dev.muster.mail.MailDetail;
import dev.muster.mail.MailId;
import dev.muster.mail.OutboxDesk;
import dev.muster.members.JoinRegister;
import dev.muster.members.MemberId;
import dev.muster.members.StoredMember;
import dev.muster.security.LoggedIn;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.SettableClock;
import dev.muster.testing.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** From the promise of an invitation to a member who has joined. */
@ServiceTest
class InvitationsTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-05T08:00:00Z");
    private static final JoinDesk.Entry ENTRY = new JoinDesk.Entry("José Álvarez", "a long enough password");

    @Autowired
    Promises promises;

    @Autowired
    OpenInvitations job;

    @Autowired
    JoinDesk joining;

    @Autowired
    GroupDoor door;

    @Autowired
    OptOutDesk optOut;

    @Autowired
    PersonalTokens tokens;

    @Autowired
    Revocations revocations;

    @Autowired
    OutboxDesk outbox;

    @Autowired
    HubSettings hub;

    @Autowired
    InvitationRows rows;

    @Autowired
    JoinRegister register;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    InvitationSettings settings;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    Users users;

    LoggedIn admin;

    @BeforeEach
    void someoneInvites() {
        hub.save(HubSettings.COMPANY, "Lumenworks");
        admin = users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
        StoredMember.contact(1, "Jose Alvarez", "jose@puertoverde.example").in(jdbc);
    }

    @Test
    void aQueuedInvitationBecomesALetterInTheNameOfTheSender() {
        InvitationId invitation = invite(1);
        job.run(() -> false);

        MailDetail letter = outbox.find(new MailId(number("SELECT mail_id FROM invitation")))
                .orElseThrow();
        assertThat(letter.row().subject()).isEqualTo("Jose, you are invited to Lumenworks");
        assertThat(Objects.requireNonNull(letter.body()).text())
                .contains("Mara Lindqvist invites you to join Lumenworks.")
                .contains("http://localhost:8080/join/" + token(invitation))
                .contains("http://localhost:8080/opt-out/");
        assertThat(text("SELECT from_name FROM mail")).isEqualTo("Mara Lindqvist, Lumenworks");
        assertThat(text("SELECT reply_to FROM mail")).isEqualTo("mara.lindqvist@hub.example");
        assertThat(text("SELECT state FROM invitation")).isEqualTo("OPEN");
    }

    @Test
    void theDatabaseHoldsNoLinkThatOpensAnything() {
        InvitationId invitation = invite(1);
        job.run(() -> false);

        String token = token(invitation);
        assertThat(number("SELECT COUNT(*) FROM mail WHERE text_body LIKE '%" + token + "%' OR html_body LIKE '%"
                        + token + "%' OR subject LIKE '%" + token + "%'"))
                .isZero();
        assertThat(text("SELECT text_body FROM mail")).contains("https://link.invalid/join");
    }

    @Test
    void whatANameSaysIsNeverTakenForTheLinkOfAnother() {
        StoredMember.contact(2, "{{invitation_url}} {{company}}", "odd@example.com")
                .in(jdbc);
        invite(2);
        job.run(() -> false);

        assertThat(text("SELECT subject FROM mail")).isEqualTo("{{invitation_url}}, you are invited to Lumenworks");
    }

    @Test
    void nobodyIsInvitedTwiceHoweverOftenTheJobRuns() {
        invite(1);
        invite(1);
        job.run(() -> false);
        job.run(() -> false);

        assertThat(number("SELECT COUNT(*) FROM mail")).isEqualTo(1);
        assertThat(states()).containsExactly("REPLACED", "OPEN");
    }

    @Test
    void archivedLockedOptedOutAndJoinedPeopleGetNoLetter() {
        StoredMember.contact(2, "A", "a@example.com").archived(LONG_AGO).in(jdbc);
        StoredMember.contact(3, "B", "b@example.com").locked(LONG_AGO).in(jdbc);
        StoredMember.contact(4, "C", "c@example.com").joined(LONG_AGO).in(jdbc);
        jdbc.sql("UPDATE member SET opted_out_at = created_at WHERE id = 1").update();
        invite(1, 2, 3, 4);
        job.run(() -> false);

        assertThat(number("SELECT COUNT(*) FROM mail")).isZero();
        assertThat(states()).containsOnly("REVOKED");
    }

    @Test
    void openingALinkChangesNothing() {
        String token = token(invite(1));
        job.run(() -> false);
        for (int i = 0; i < 5; i++) {
            assertThat(joining.open(token))
                    .isEqualTo(new Welcome.Open("Jose Alvarez", "jose@puertoverde.example", "Lumenworks"));
        }

        assertThat(states()).containsExactly("OPEN");
        assertThat(number("SELECT COUNT(*) FROM member WHERE joined_at IS NULL"))
                .isEqualTo(1);
    }

    @Test
    void joiningMakesPendingGroupsEffectiveAndUsesTheInvitation() {
        jdbc.sql("""
                        INSERT INTO member_group (id, version, name, name_key, joined_by_default, created_at)
                        VALUES (7, 0, 'EMEA', 'emea', FALSE, '2026-01-01')""").update();
        jdbc.sql("INSERT INTO membership (member_id, group_id, added_at) VALUES (1, 7, '2026-01-01')")
                .update();
        jdbc.sql("UPDATE member SET kind = 'NOMINEE' WHERE id = 1").update();
        String token = token(invite(1));
        job.run(() -> false);

        assertThat(joining.join(token, ENTRY)).isEqualTo(new JoinOutcome.Joined(new MemberId(1)));

        assertThat(text("SELECT name FROM member")).isEqualTo("José Álvarez");
        assertThat(text("SELECT kind FROM member WHERE joined_at IS NOT NULL")).isEqualTo("ADVOCATE");
        assertThat(number("SELECT COUNT(*) FROM membership WHERE effective_at IS NOT NULL"))
                .isEqualTo(1);
        assertThat(states()).containsExactly("USED");
        assertThat(joining.open(token)).isEqualTo(new Welcome.Used(clock.instant()));
        assertThat(text("SELECT password_hash FROM member_login")).startsWith("{argon2}");
    }

    @Test
    void fiftyWhoJoinWithOneLinkMakeOneAccount() throws Exception {
        String token = token(invite(1));
        job.run(() -> false);
        int visitors = 50;
        var start = new CountDownLatch(1);
        List<JoinOutcome> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(visitors)) {
            Callable<JoinOutcome> visit = () -> {
                start.await();
                return joining.join(token, ENTRY);
            };
            List<Future<JoinOutcome>> visits =
                    Stream.generate(() -> threads.submit(visit)).limit(visitors).toList();
            start.countDown();
            for (Future<JoinOutcome> one : visits) {
                outcomes.add(one.get());
            }
        }

        assertThat(outcomes).filteredOn(JoinOutcome.Joined.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(
                        outcome -> outcome instanceof JoinOutcome.TooLate(Welcome now) && now instanceof Welcome.Used)
                .hasSize(visitors - 1);
        assertThat(number("SELECT COUNT(*) FROM member_login")).isEqualTo(1);
    }

    @Test
    void aBadNameOrPasswordIsRefusedAndNothingIsWritten() {
        String token = token(invite(1));

        assertThat(joining.join(token, new JoinDesk.Entry(" \r\n ", "too short")))
                .isEqualTo(new JoinOutcome.Refused("hub.join.name-missing", "hub.join.password-short"));
        assertThat(number("SELECT COUNT(*) FROM member WHERE joined_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void aNameWithLineBreaksIsOneLine() {
        String token = token(invite(1));
        joining.join(token, new JoinDesk.Entry("José\r\nBcc: all@example.com", "a long enough password"));

        assertThat(text("SELECT name FROM member")).isEqualTo("José Bcc: all@example.com");
    }

    @Test
    void aReplacedARevokedAnExpiredAndAnUnknownLinkSayWhatTheyAre() {
        String first = token(invite(1));
        job.run(() -> false);
        clock.advance(Duration.ofDays(1));
        String second = token(invite(1));
        job.run(() -> false);

        assertThat(joining.open(first)).isEqualTo(new Welcome.Replaced(clock.instant()));
        Instant expiry = clock.instant().plus(Duration.ofDays(90));
        clock.set(expiry);
        assertThat(joining.open(second)).isEqualTo(new Welcome.Expired(expiry));
        assertThat(joining.join(second, ENTRY)).isEqualTo(new JoinOutcome.TooLate(new Welcome.Expired(expiry)));
        transactions.executeWithoutResult(_ -> revocations.revoke(List.of(new MemberId(1)), "archived"));
        assertThat(joining.open(second)).isEqualTo(new Welcome.Unknown());
        assertThat(joining.open("x".repeat(32))).isEqualTo(new Welcome.Unknown());
        assertThat(joining.open("")).isEqualTo(new Welcome.Unknown());
    }

    @Test
    void aLinkWorksForeverWhereTheSettingsSaySo() {
        hub.save(InvitationSettings.EXPIRY_DAYS, "0");
        String token = token(invite(1));
        job.run(() -> false);
        clock.advance(Duration.ofDays(5000));

        assertThat(joining.open(token)).isInstanceOf(Welcome.Open.class);
    }

    @Test
    void aTokenOfOneKindOpensNoOther() {
        String token = tokens.of(PersonalTokens.Purpose.OPT_OUT, 1);

        assertThat(token).hasSize(32);
        assertThat(tokens.read(PersonalTokens.Purpose.OPT_OUT, token)).hasValue(1);
        assertThat(tokens.read(PersonalTokens.Purpose.JOIN, token)).isEmpty();
    }

    @Test
    void whoeverOptsOutIsNotMailedAgain() {
        invite(1);
        job.run(() -> false);
        assertThat(optOut.optOut(tokens.of(PersonalTokens.Purpose.OPT_OUT, 1))).isTrue();
        assertThat(text("SELECT state FROM mail")).isEqualTo("CANCELLED");
        invite(1);
        job.run(() -> false);

        assertThat(number("SELECT COUNT(*) FROM mail")).isEqualTo(1);
    }

    @Test
    void aNewAddressAtAGroupsUrlBecomesAContactWhoConfirmsByMail() {
        group();
        assertThat(door.enter("EMEA-2026", "Ana", address("ana@example.com"))).isTrue();
        assertThat(door.enter("emea-2026", "Ana", address("ana@example.com"))).isTrue();
        job.run(() -> false);

        assertThat(text("SELECT source FROM member WHERE email_key = 'ana@example.com' AND joined_at IS NULL"))
                .isEqualTo("GROUP_URL");
        assertThat(text("SELECT subject FROM mail")).isEqualTo("Confirm your address for Lumenworks");
        String token = token(new InvitationId(number("SELECT id FROM invitation")));
        assertThat(joining.join(token, ENTRY)).isInstanceOf(JoinOutcome.Joined.class);
        assertThat(number("SELECT COUNT(*) FROM membership WHERE group_id = 7 AND effective_at IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void aKnownAddressAtAGroupsUrlKeepsTheInvitationItHas() {
        group();
        String invited = token(invite(1));
        job.run(() -> false);
        door.enter("emea-2026", "Somebody", address("jose@puertoverde.example"));
        job.run(() -> false);

        assertThat(joining.open(invited)).isInstanceOf(Welcome.Open.class);
        assertThat(number("SELECT COUNT(*) FROM mail WHERE purpose = 'CONFIRMATION'"))
                .isEqualTo(1);
        assertThat(text("SELECT name FROM member")).isEqualTo("Jose Alvarez");
    }

    @Test
    void whoeverLeftIsNotMailedFromAGroupsUrl() {
        group();
        jdbc.sql("UPDATE member SET opted_out_at = created_at").update();
        assertThat(door.enter("emea-2026", "J", address("jose@puertoverde.example")))
                .isTrue();
        job.run(() -> false);

        assertThat(number("SELECT COUNT(*) FROM mail")).isZero();
        assertThat(door.enter("gone", "J", address("j@example.com"))).isFalse();
    }

    @Test
    void anInvitationAndAConfirmationOfOnePersonBothWork() {
        group();
        String invited = token(invite(1));
        door.enter("emea-2026", "Jose", address("jose@puertoverde.example"));
        job.run(() -> false);

        assertThat(states()).containsExactly("OPEN", "OPEN");
        assertThat(joining.open(invited)).isInstanceOf(Welcome.Open.class);
        assertThat(jdbc.sql("SELECT purpose FROM mail ORDER BY purpose")
                        .query(String.class)
                        .list())
                .containsExactly("CONFIRMATION", "INVITATION");
    }

    @Test
    void aSecondGroupsUrlAddsItsGroupToTheMailThatIsOnItsWay() {
        group();
        group(8, "apac-2026");
        door.enter("emea-2026", "Ana", address("ana@example.com"));
        door.enter("APAC-2026", "Ana", address("ana@example.com"));
        door.enter("apac-2026", "Ana", address("ana@example.com"));
        job.run(() -> false);

        joining.join(token(new InvitationId(number("SELECT id FROM invitation"))), ENTRY);

        assertThat(effectiveGroups()).containsExactly(7L, 8L);
    }

    @Test
    void aConfirmationThatWaitsIsNotPromisedASecondTime() {
        group();
        group(8, "apac-2026");
        door.enter("emea-2026", "Ana", address("ana@example.com"));
        clock.advance(Duration.ofHours(1));
        door.enter("apac-2026", "Ana", address("ana@example.com"));

        assertThat(number("SELECT COUNT(*) FROM invitation")).isEqualTo(1);
        assertThat(number("SELECT COUNT(*) FROM invitation_group")).isEqualTo(2);
    }

    @Test
    void aNewLinkLeadsIntoTheGroupOfTheOldOne() {
        group();
        door.enter("emea-2026", "Ana", address("ana@example.com"));
        job.run(() -> false);
        clock.advance(Duration.ofDays(100));
        door.sendNewLink(token(new InvitationId(number("SELECT id FROM invitation"))));
        job.run(() -> false);

        joining.join(token(new InvitationId(number("SELECT MAX(id) FROM invitation"))), ENTRY);

        assertThat(effectiveGroups()).containsExactly(7L);
    }

    @Test
    void whoeverJoinsWhileSomebodyIsInTheWayGetsAnotherTurn() {
        String token = token(invite(1));
        var turns = new AtomicInteger();
        TransactionOperations contested = new TransactionOperations() {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
                return transactions.execute(status -> {
                    T result = action.doInTransaction(status);
                    if (turns.incrementAndGet() < 3) {
                        throw new CannotAcquireLockException("Deadlock found when trying to get lock");
                    }
                    return result;
                });
            }
        };
        var desk = new JoinDesk(tokens, rows, register, passwords, settings, jdbc, contested, clock);

        assertThat(desk.join(token, ENTRY)).isEqualTo(new JoinOutcome.Joined(new MemberId(1)));

        assertThat(turns).hasValue(3);
        assertThat(states()).containsExactly("USED");
    }

    private List<Long> effectiveGroups() {
        return jdbc.sql("SELECT group_id FROM membership WHERE effective_at IS NOT NULL ORDER BY group_id")
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private void group() {
        group(7, "emea-2026");
    }

    private void group(long id, String code) {
        jdbc.sql("""
                        INSERT INTO member_group (id, version, name, name_key, join_code, join_code_key,
                            joined_by_default, created_at)
                        VALUES (:id, 0, :code, :code, :code, :code, FALSE, '2026-01-01')""").param("id", id).param("code", code).update();
    }

    private InvitationId invite(long... members) {
        return promises.promise(admin, members);
    }

    private String token(InvitationId invitation) {
        return tokens.of(PersonalTokens.Purpose.JOIN, invitation.value());
    }

    private static EmailAddress address(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }

    private List<String> states() {
        return jdbc.sql("SELECT state FROM invitation ORDER BY id")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
