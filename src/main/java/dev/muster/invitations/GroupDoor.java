package dev.muster.invitations;

import dev.muster.common.EmailAddress;
import dev.muster.common.Utc;
import dev.muster.members.GroupDesk;
import dev.muster.members.GroupId;
import dev.muster.members.JoinRegister;
import dev.muster.members.MemberId;
import dev.muster.members.Tombstones;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Where people come in by the public URL of a group, or ask for a new link. What they are told is the same whoever they
 * are; the mail, to the address alone, says the rest.
 */
@Service
public class GroupDoor {

    /** Somebody who asks again sooner has a mail on its way already. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final InvitationQueue queue;
    private final InvitationRows rows;
    private final JoinRegister register;
    private final JoinDesk joining;
    private final Tombstones tombstones;
    private final WelcomeBack welcomeBack;
    private final GroupDesk groups;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    GroupDoor(
            InvitationQueue queue,
            InvitationRows rows,
            JoinRegister register,
            JoinDesk joining,
            Tombstones tombstones,
            WelcomeBack welcomeBack,
            GroupDesk groups,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Clock clock) {
        this.queue = queue;
        this.rows = rows;
        this.register = register;
        this.joining = joining;
        this.tombstones = tombstones;
        this.welcomeBack = welcomeBack;
        this.groups = groups;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Known(Invitee person, boolean joined, boolean barred) {}

    /** Tells whether a group has this join code, without regard to case. */
    @Transactional(readOnly = true)
    public boolean exists(String joinCode) {
        return groups.withJoinCode(joinCode).isPresent();
    }

    /**
     * Lets someone in as far as their mailbox: whatever is known of the address, only a mail to it can say more.
     *
     * @param name not blank, at most 255 code points
     * @return false where no group has this join code any more
     */
    public boolean enter(String joinCode, String name, EmailAddress email) {
        Optional<GroupId> group = groups.withJoinCode(joinCode);
        if (group.isPresent()) {
            try {
                transactions.executeWithoutResult(_ -> write(group.get(), name, email));
            } catch (DataIntegrityViolationException _) {
                // Came in a second time in the same moment: now the address is known.
                transactions.executeWithoutResult(_ -> write(group.get(), name, email));
            }
        }
        return group.isPresent();
    }

    /** Sends a new link to whom the link with this token was for, where that is possible. */
    @Transactional
    public void sendNewLink(String token) {
        joining.holderOf(token)
                .ifPresent(holder -> known(holder.member()).ifPresent(known -> write(known, holder.groups())));
    }

    private void write(GroupId group, String name, EmailAddress email) {
        Optional<Known> known = known(email);
        if (known.isPresent()) {
            write(known.get(), Set.of(group));
        } else if (tombstones.deletedAmong(Set.of(email.key())).isEmpty()) {
            promise(register.add(name, email), Set.of(group));
        }
    }

    private void write(Known known, Set<GroupId> asked) {
        if (known.barred()) {
            return;
        }
        Optional<InvitationId> onItsWay = onItsWay(known.person().id());
        if (onItsWay.isPresent()) {
            rows.addGroups(onItsWay.get(), asked);
        } else if (known.joined()) {
            welcomeBack.write(known.person());
        } else {
            promise(known.person().id(), asked);
        }
    }

    private void promise(MemberId member, Set<GroupId> asked) {
        queue.add(
                List.of(member),
                new InvitationQueue.Occasion(InvitationPurpose.CONFIRMATION, null, null, asked),
                clock.instant());
    }

    /** Returns what the person was written lately, or is about to be. */
    private Optional<InvitationId> onItsWay(MemberId member) {
        return jdbc.sql("""
                        SELECT id FROM invitation
                        WHERE member_id = :member AND purpose = 'CONFIRMATION'
                            AND (created_at > :since OR state = 'QUEUED')
                        ORDER BY id DESC LIMIT 1""")
                .param("member", member.value())
                .param("since", Utc.toColumn(clock.instant().minus(PAUSE)))
                .query((row, _) -> new InvitationId(row.getLong("id")))
                .optional();
    }

    private Optional<Known> known(EmailAddress email) {
        return known("email_key = ?", email.key());
    }

    private Optional<Known> known(MemberId member) {
        return known("id = ?", member.value());
    }

    private Optional<Known> known(String condition, Object value) {
        return jdbc.sql("""
                        SELECT id, name, email, email_key, company, joined_at,
                            COALESCE(archived_at, locked_at, opted_out_at) AS barred_at
                        FROM member WHERE\s""" + condition)
                .param(value)
                .query((row, _) -> known(row))
                .optional();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                InvitationRows.invitee(row), row.getObject("joined_at") != null, row.getObject("barred_at") != null);
    }
}
