package dev.muster.invitations;

import dev.muster.common.EmailAddress;
import dev.muster.common.ForcedIndex;
import dev.muster.common.NextInLine;
import dev.muster.common.Utc;
import dev.muster.mail.MailId;
import dev.muster.members.GroupId;
import dev.muster.members.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invitations as rows, for whatever is done to many at once. */
@Repository
class InvitationRows {

    /** Comes behind the table where what members have is locked, or changed. */
    static final String OF_MEMBER = ForcedIndex.named("invitation_of_member");

    /** Says in SQL that mail may invite a member. */
    static final String MAY_BE_INVITED =
            "joined_at IS NULL AND archived_at IS NULL AND locked_at IS NULL AND opted_out_at IS NULL";

    /** As long as nobody is invited again who was among many: they may be chosen by two admins, or by two clicks. */
    static final Duration COOLDOWN = Duration.ofMinutes(10);

    /** Says in SQL that a letter of since {@code :lately} is out to a member, or about to be; one that came back is neither. */
    static final String INVITED_LATELY = """
            (last_invited_at > :lately AND EXISTS (SELECT 1 FROM invitation recent
                LEFT JOIN mail letter ON letter.id = recent.mail_id
                WHERE recent.member_id = member.id AND recent.purpose <> 'CONFIRMATION' AND (recent.state = 'QUEUED'
                    OR recent.state = 'OPEN' AND recent.created_at > :lately
                        AND letter.state IN ('QUEUED', 'SENDING', 'SENT', 'UNKNOWN'))))""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final InvitationSettings settings;

    InvitationRows(JdbcClient jdbc, JdbcTemplate batches, InvitationSettings settings) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.settings = settings;
    }

    /** An invitation without its letter. */
    record Queued(InvitationId id, MemberId member, InvitationPurpose purpose) {}

    boolean anyQueued() {
        return !jdbc.sql("SELECT id FROM invitation WHERE state = 'QUEUED' LIMIT 1")
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** Locks the oldest queued invitations, past those that others hold. */
    List<Queued> lockQueued(int limit) {
        return NextInLine.lock(past -> queued(limit, past), this::lockQueued);
    }

    private List<Long> queued(int limit, List<Long> past) {
        // All have the same state: that it stands in the order, too, lets H2 stop at the last one wanted.
        return jdbc.sql("""
                        SELECT id FROM invitation WHERE state = 'QUEUED' AND id NOT IN (:past)
                        ORDER BY state, id LIMIT :limit""")
                .param("past", past)
                .param("limit", limit)
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    private List<Queued> lockQueued(List<Long> ids) {
        var queued = new ArrayList<Queued>();
        jdbc.sql("SELECT id, member_id, purpose, state FROM invitation" + ForcedIndex.PRIMARY
                        + " WHERE id IN (:ids) ORDER BY id FOR UPDATE SKIP LOCKED")
                .param("ids", ids)
                .query(row -> {
                    if (InvitationState.valueOf(row.getString("state")) == InvitationState.QUEUED) {
                        queued.add(new Queued(
                                new InvitationId(row.getLong("id")),
                                new MemberId(row.getLong("member_id")),
                                InvitationPurpose.valueOf(row.getString("purpose"))));
                    }
                });
        return queued;
    }

    /** Returns those of {@code members} that mail may invite now. */
    Map<MemberId, Invitee> invitable(Collection<MemberId> members) {
        var found = new HashMap<MemberId, Invitee>();
        if (members.isEmpty()) {
            return found;
        }
        jdbc.sql("SELECT id, name, email, email_key, company FROM member WHERE id IN (:ids) AND " + MAY_BE_INVITED)
                .param("ids", members.stream().map(MemberId::value).toList())
                .query(row -> {
                    Invitee invitee = invitee(row);
                    found.put(invitee.id(), invitee);
                });
        return found;
    }

    static Invitee invitee(ResultSet row) throws SQLException {
        return new Invitee(
                new MemberId(row.getLong("id")),
                row.getString("name"),
                new EmailAddress(row.getString("email"), row.getString("email_key")),
                Objects.requireNonNullElse(row.getString("company"), ""));
    }

    void end(List<InvitationId> invitations, InvitationState state, Instant now) {
        if (!invitations.isEmpty()) {
            jdbc.sql("UPDATE invitation" + ForcedIndex.PRIMARY
                            + " SET state = :state, ended_at = :now WHERE id IN (:ids)")
                    .param("state", state.name())
                    .param("now", Utc.toColumn(now))
                    .param("ids", invitations.stream().map(InvitationId::value).toList())
                    .update();
        }
    }

    /**
     * Ends the open invitations that others of their members take the place of. Links that people asked for themselves
     * replace nothing and are not replaced, so that nobody can take somebody else's link away.
     */
    void replaceOlderThan(List<Queued> newer, Instant now) {
        List<Queued> replacing = newer.stream()
                .filter(one -> one.purpose() != InvitationPurpose.CONFIRMATION)
                .toList();
        if (!replacing.isEmpty()) {
            jdbc.sql("""
                            UPDATE invitation%s SET state = 'REPLACED', ended_at = :now
                            WHERE member_id IN (:members) AND id NOT IN (:ids) AND state = 'OPEN'
                                AND purpose <> 'CONFIRMATION'""".formatted(OF_MEMBER))
                    .param("now", Utc.toColumn(now))
                    .param(
                            "members",
                            replacing.stream().map(one -> one.member().value()).toList())
                    .param(
                            "ids",
                            replacing.stream().map(one -> one.id().value()).toList())
                    .update();
        }
    }

    /** Returns the groups that whoever joins by {@code invitation} joins too. */
    Set<GroupId> groups(InvitationId invitation) {
        return Set.copyOf(jdbc.sql("SELECT group_id FROM invitation_group WHERE invitation_id = ?")
                .param(invitation.value())
                .query((row, _) -> new GroupId(row.getLong("group_id")))
                .list());
    }

    void addGroups(InvitationId invitation, Set<GroupId> groups) {
        var missing = new HashSet<>(groups);
        missing.removeAll(groups(invitation));
        for (GroupId group : missing) {
            jdbc.sql("INSERT INTO invitation_group (invitation_id, group_id) VALUES (?, ?)")
                    .params(invitation.value(), group.value())
                    .update();
        }
    }

    /** Opens an invitation whose link an admin hands over; no letter is written. */
    void openWithoutLetter(InvitationId invitation, Instant now) {
        Instant expiry = settings.expiryFrom(now);
        jdbc.sql("UPDATE invitation SET state = 'OPEN', expires_at = ? WHERE id = ?")
                .param(expiry == null ? null : Utc.toColumn(expiry))
                .param(invitation.value())
                .update();
    }

    /** Opens {@code invitations}; the letter of each is at the same place in {@code mails}. */
    void open(List<Queued> invitations, List<MailId> mails, Instant now) {
        Instant expiry = settings.expiryFrom(now);
        LocalDateTime expires = expiry == null ? null : Utc.toColumn(expiry);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < invitations.size(); i++) {
            rows.add(new @Nullable Object[] {
                expires, mails.get(i).value(), invitations.get(i).id().value()
            });
        }
        batches.batchUpdate("UPDATE invitation SET state = 'OPEN', expires_at = ?, mail_id = ? WHERE id = ?", rows);
    }
}
