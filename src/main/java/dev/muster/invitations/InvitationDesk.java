package dev.muster.invitations;

import dev.muster.common.Utc;
import dev.muster.mail.SendingTime;
import dev.muster.members.GroupId;
import dev.muster.members.MemberId;
import dev.muster.members.MemberPulse;
import dev.muster.security.AuditLog;
import dev.muster.security.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where admins invite people. */
@Service
@PreAuthorize("hasRole('MANAGER')")
public class InvitationDesk {

    /** So many who are left out are named. */
    private static final int NAMED = 5;

    private final ContactBatches batches;
    private final InvitationQueue queue;
    private final InvitationReadiness readiness;
    private final InvitationLetters letters;
    private final DefaultSender senders;
    private final InvitationRows rows;
    private final MemberPulse pulse;
    private final SendingTime sendingTime;
    private final AuditLog audit;
    private final CurrentUser currentUser;
    private final JdbcClient jdbc;
    private final Clock clock;

    InvitationDesk(
            ContactBatches batches,
            InvitationQueue queue,
            InvitationReadiness readiness,
            InvitationLetters letters,
            DefaultSender senders,
            InvitationRows rows,
            MemberPulse pulse,
            SendingTime sendingTime,
            AuditLog audit,
            CurrentUser currentUser,
            JdbcClient jdbc,
            Clock clock) {
        this.batches = batches;
        this.queue = queue;
        this.readiness = readiness;
        this.letters = letters;
        this.senders = senders;
        this.rows = rows;
        this.pulse = pulse;
        this.sendingTime = sendingTime;
        this.audit = audit;
        this.currentUser = currentUser;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns, in a sentence for people, why no invitation can go out; empty where it can. */
    @Transactional(readOnly = true)
    public Optional<String> obstacle() {
        return readiness.obstacle();
    }

    /** Returns whom invitations are from, as receivers see it; empty where nobody can be. */
    @Transactional(readOnly = true)
    public Optional<String> from() {
        return senders.find().map(senders::fromName);
    }

    /** Returns what {@link #invite} would do. */
    @Transactional(readOnly = true)
    public InvitePlan plan(ContactSelection selection) {
        var sql = new ContactSql(selection.query());
        String condition = sql.condition(selection);
        List<String> names = jdbc.sql("SELECT name FROM member WHERE %s AND NOT (%s) ORDER BY name LIMIT %d"
                        .formatted(condition, InvitationRows.MAY_BE_INVITED, NAMED))
                .params(sql.parameters())
                .query((row, _) -> row.getString("name"))
                .list();
        return jdbc.sql("""
            SELECT COALESCE(SUM(CASE WHEN barrier = '' AND kind = 'ADVOCATE' THEN 1 ELSE 0 END), 0) AS advocates,
                COALESCE(SUM(CASE WHEN barrier = '' AND kind = 'NOMINEE' THEN 1 ELSE 0 END), 0) AS nominees,
                COALESCE(SUM(CASE WHEN barrier = 'opted out' THEN 1 ELSE 0 END), 0) AS opted_out,
                COALESCE(SUM(CASE WHEN barrier = 'archived' THEN 1 ELSE 0 END), 0) AS archived,
                COALESCE(SUM(CASE WHEN barrier = 'locked' THEN 1 ELSE 0 END), 0) AS locked
            FROM (SELECT kind, CASE WHEN opted_out_at IS NOT NULL THEN 'opted out'
                    WHEN archived_at IS NOT NULL THEN 'archived' WHEN locked_at IS NOT NULL THEN 'locked'
                    ELSE '' END AS barrier
                FROM member WHERE %s) chosen""".formatted(condition))
                .params(sql.parameters())
                .query((row, _) -> new InvitePlan(
                        row.getLong("advocates"),
                        row.getLong("nominees"),
                        new InvitePlan.LeftOut(
                                row.getLong("opted_out"), row.getLong("archived"), row.getLong("locked"), names)))
                .single();
    }

    /** Returns how long so many letters take to go out, by themselves; empty where they stay in the Outbox. */
    public Optional<Duration> timeFor(long letters) {
        return sendingTime.of(letters);
    }

    /** Returns the letter that the {@code index}th person of {@code selection} would get; empty past the last one. */
    @Transactional(readOnly = true)
    public Optional<LetterPreview> preview(ContactSelection selection, int index) {
        var sql = new ContactSql(selection.query());
        String condition = sql.condition(selection);
        if (senders.find().isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("SELECT id, name, email, email_key, company FROM member WHERE " + condition + " AND "
                        + InvitationRows.MAY_BE_INVITED + " ORDER BY id LIMIT 1 OFFSET " + index)
                .params(sql.parameters())
                .query((row, _) -> preview(InvitationRows.invitee(row)))
                .optional();
    }

    /**
     * Invites all of {@code selection} that mail may invite: nominees become advocates, the groups are pending, and the
     * letters are queued.
     *
     * @return how many are invited
     * @throws IllegalStateException where there is an {@link #obstacle}
     */
    @Transactional
    public int invite(ContactSelection selection, Set<GroupId> groups) {
        readiness.obstacle().ifPresent(obstacle -> {
            throw new IllegalStateException(obstacle);
        });
        int invited = 0;
        for (List<MemberId> part : ContactBatches.parts(batches.ids(selection))) {
            invited += invitePart(part, groups);
        }
        audit.record("invitation.send", "member", null, invited + " members");
        pulse.beat();
        return invited;
    }

    /** Invites {@code member} anew; the link sent before stops working once the new letter is written. */
    @Transactional
    public boolean invite(MemberId member) {
        return invite(new ContactSelection(ContactQuery.DEFAULT, false, Set.of(member)), Set.of()) == 1;
    }

    /**
     * Makes a link for {@code member} to be handed over by the admin; no mail goes out.
     *
     * @return false where it has joined, is archived, locked or gone, and has no use for one
     */
    @Transactional
    public boolean createLink(MemberId member) {
        boolean mayJoin =
                !jdbc.sql("""
                        SELECT id FROM member WHERE id = ? AND joined_at IS NULL AND archived_at IS NULL
                            AND locked_at IS NULL FOR UPDATE""").param(member.value()).query(Long.class).list().isEmpty();
        if (mayJoin) {
            var occasion = new InvitationQueue.Occasion(
                    InvitationPurpose.INVITATION, null, currentUser.get().id(), null);
            List<InvitationId> created = queue.add(List.of(member), occasion, clock.instant());
            rows.openWithoutLetter(created.getFirst(), clock.instant());
            audit.record("invitation.create-link", "member", Long.toString(member.value()), null);
        }
        return mayJoin;
    }

    private int invitePart(List<MemberId> part, Set<GroupId> groups) {
        // Whoever waits for a letter already gets that one.
        List<MemberId> invitable = jdbc.sql("SELECT id FROM member WHERE id IN (:ids) AND "
                        + InvitationRows.MAY_BE_INVITED
                        + " AND NOT EXISTS (SELECT 1 FROM invitation i WHERE i.member_id = member.id"
                        + " AND i.state = 'QUEUED') ORDER BY id FOR UPDATE")
                .param("ids", ContactBatches.numbers(part))
                .query((row, _) -> new MemberId(row.getLong("id")))
                .list();
        if (invitable.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        jdbc.sql("""
                        UPDATE member SET kind = 'ADVOCATE', first_invited_at = COALESCE(first_invited_at, :now),
                            last_invited_at = :now, version = version + 1
                        WHERE id IN (:ids)""")
                .param("now", Utc.toColumn(now))
                .param("ids", ContactBatches.numbers(invitable))
                .update();
        pulse.touch(ContactBatches.numbers(invitable));
        for (GroupId group : groups) {
            jdbc.sql("""
                            INSERT INTO membership (member_id, group_id, added_at)
                            SELECT m.id, g.id, :now FROM member m, member_group g
                            WHERE g.id = :group AND m.id IN (:ids) AND NOT EXISTS (
                                SELECT 1 FROM membership ms WHERE ms.member_id = m.id AND ms.group_id = g.id)""")
                    .param("now", Utc.toColumn(now))
                    .param("group", group.value())
                    .param("ids", ContactBatches.numbers(invitable))
                    .update();
        }
        var occasion = new InvitationQueue.Occasion(
                InvitationPurpose.INVITATION, null, currentUser.get().id(), null);
        queue.add(invitable, occasion, now);
        return invitable.size();
    }

    private LetterPreview preview(Invitee reader) {
        Sender sender = readiness.sender();
        var letter = letters.letter(letters.stationery(InvitationPurpose.INVITATION, sender), reader);
        return new LetterPreview(reader.name(), senders.fromName(sender), letter.subject(), letter.htmlBody());
    }
}
