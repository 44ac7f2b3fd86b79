package dev.muster.invitations;

import dev.muster.common.AnotherTurn;
import dev.muster.common.Utc;
import dev.muster.mail.SendingTime;
import dev.muster.members.GroupId;
import dev.muster.members.MemberChange;
import dev.muster.members.MemberId;
import dev.muster.members.MemberTaskId;
import dev.muster.members.MembersDesk;
import dev.muster.security.AuditLog;
import dev.muster.security.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where admins invite people. */
@Service
@AnotherTurn
@PreAuthorize("hasRole('MANAGER')")
public class InvitationDesk {

    private final ContactBatches batches;
    private final InvitePlans plans;
    private final InviteMembers inviting;
    private final MembersDesk desk;
    private final InvitationQueue queue;
    private final InvitationReadiness readiness;
    private final InvitationLetters letters;
    private final DefaultSender senders;
    private final InvitationRows rows;
    private final SendingTime sendingTime;
    private final AuditLog audit;
    private final CurrentUser currentUser;
    private final JdbcClient jdbc;
    private final Clock clock;

    InvitationDesk(
            ContactBatches batches,
            InvitePlans plans,
            InviteMembers inviting,
            MembersDesk desk,
            InvitationQueue queue,
            InvitationReadiness readiness,
            InvitationLetters letters,
            DefaultSender senders,
            InvitationRows rows,
            SendingTime sendingTime,
            AuditLog audit,
            CurrentUser currentUser,
            JdbcClient jdbc,
            Clock clock) {
        this.batches = batches;
        this.plans = plans;
        this.inviting = inviting;
        this.desk = desk;
        this.queue = queue;
        this.readiness = readiness;
        this.letters = letters;
        this.senders = senders;
        this.rows = rows;
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
        return plans.of(condition, sql.parameters());
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
                        + InvitationRows.MAY_BE_INVITED + " AND NOT " + InvitationRows.INVITED_LATELY
                        + " ORDER BY id LIMIT 1 OFFSET " + index)
                .params(sql.parameters())
                .param("lately", Utc.toColumn(clock.instant().minus(InvitationRows.COOLDOWN)))
                .query((row, _) -> preview(InvitationRows.invitee(row)))
                .optional();
    }

    /**
     * Invites all of {@code selection} that mail may invite: nominees become advocates, the groups are pending, and the
     * letters are queued. Whoever was invited minutes ago is not again: two clicks, or two admins, are one invitation.
     *
     * @return how many are invited
     * @throws IllegalStateException where there is an {@link #obstacle}
     */
    @Transactional
    public int invite(ContactSelection selection, Set<GroupId> groups) {
        return inviting.invite(batches.ids(selection), groups);
    }

    /**
     * Begins to invite {@code selection} as {@link #invite} does, where it is more than anybody would wait for; it goes on
     * by itself.
     *
     * @return empty where nothing was begun, since they are few
     * @throws IllegalStateException where there is an {@link #obstacle}
     */
    @Transactional
    public Optional<MemberTaskId> begin(ContactSelection selection, Set<GroupId> groups) {
        long[] members = batches.numbersOf(selection);
        if (members.length <= InviteMembers.AT_ONCE) {
            return Optional.empty();
        }
        inviting.requireReadiness();
        return Optional.of(desk.start(members, new MemberChange(MemberChange.Kind.INVITE, groups)));
    }

    /**
     * Invites {@code member} anew, however recently that was done before; the link sent before stops working once the new
     * letter is written.
     */
    @Transactional
    public boolean invite(MemberId member) {
        return inviting.inviteAnew(member);
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
                    InvitationPurpose.INVITATION, null, currentUser.get().id(), Set.of());
            List<InvitationId> created = queue.add(List.of(member), occasion, clock.instant());
            rows.openWithoutLetter(created.getFirst(), clock.instant());
            audit.record("invitation.create-link", "member", Long.toString(member.value()), null);
        }
        return mayJoin;
    }

    private LetterPreview preview(Invitee reader) {
        Sender sender = readiness.sender();
        var letter = letters.letter(letters.stationery(InvitationPurpose.INVITATION, sender), reader);
        return new LetterPreview(reader.name(), senders.fromName(sender), letter.subject(), letter.htmlBody());
    }
}
