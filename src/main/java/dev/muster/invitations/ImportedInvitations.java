package dev.muster.invitations;

import dev.muster.common.ForcedIndex;
import dev.muster.common.Utc;
import dev.muster.mail.MailId;
import dev.muster.mail.Outbox;
import dev.muster.members.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became of the invitations that an import promised, and whether they can be taken back: for the undo of it. Each
 * method is two statements or three, however many members it is about. Checks no rights.
 */
@Component
public class ImportedInvitations {

    /** Says in SQL that a letter has left, or is just leaving. */
    private static final String GONE_OUT = "state NOT IN ('QUEUED', 'KEPT', 'CANCELLED')";

    private static final String LOCKING = " ORDER BY id FOR UPDATE";

    private final JdbcTemplate jdbc;
    private final Outbox outbox;
    private final Clock clock;

    ImportedInvitations(JdbcTemplate jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What a member has of invitations.
     *
     * @param waiting the import's own, where it has not gone out and still would, or could be handed over; else null
     * @param wasSent whether the import's own has gone out
     * @param invitedOtherwise whether the member was invited by somebody else too, or asked for it
     */
    public record Trace(@Nullable Waiting waiting, boolean wasSent, boolean invitedOtherwise) {

        /** Nothing at all. */
        public static final Trace NONE = new Trace(null, false, false);

        private Trace and(Trace other) {
            return new Trace(
                    waiting == null ? other.waiting : waiting,
                    wasSent || other.wasSent,
                    invitedOtherwise || other.invitedOtherwise);
        }
    }

    /**
     * An invitation that can be taken back.
     *
     * @param promisedAt when its import made it, which the member holds as the moment of its invitation
     * @param fromNominee whether its member was a nominee before
     */
    public record Waiting(Instant promisedAt, boolean fromNominee) {}

    private record Row(
            long member,
            boolean isOfImport,
            InvitationPurpose purpose,
            InvitationState state,
            Waiting promise,
            @Nullable Long mail) {}

    /** Returns what each of {@code members} has; who has nothing is not in it. */
    public Map<Long, Trace> of(long importId, Collection<Long> members) {
        return read(importId, members, false);
    }

    /**
     * Does the same, and has everybody else who is about to open, use or send one wait until the caller's transaction
     * ends. To be called after the members themselves are locked: everybody takes the two in this order.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, Trace> lock(long importId, Collection<Long> members) {
        return read(importId, members, true);
    }

    private Map<Long, Trace> read(long importId, Collection<Long> members, boolean lock) {
        if (members.isEmpty()) {
            return Map.of();
        }
        List<Row> rows = jdbc.query(
                """
                SELECT id, member_id, import_id, purpose, state, created_at, from_nominee, mail_id
                FROM invitation%s WHERE member_id IN (%s)%s""".formatted(lock ? InvitationRows.OF_MEMBER : "", list(members), lock ? LOCKING : ""),
                (row, _) -> row(row, importId));
        Set<Long> goneOut =
                goneOut(rows.stream().map(Row::mail).filter(Objects::nonNull).toList(), lock);
        var traces = new HashMap<Long, Trace>();
        for (Row row : rows) {
            traces.merge(row.member(), trace(row, row.mail() != null && goneOut.contains(row.mail())), Trace::and);
        }
        return traces;
    }

    private static Row row(ResultSet row, long importId) throws SQLException {
        return new Row(
                row.getLong("member_id"),
                Objects.equals(row.getObject("import_id", Long.class), importId),
                InvitationPurpose.valueOf(row.getString("purpose")),
                InvitationState.valueOf(row.getString("state")),
                new Waiting(Objects.requireNonNull(Utc.fromColumn(row, "created_at")), row.getBoolean("from_nominee")),
                row.getObject("mail_id", Long.class));
    }

    private static Trace trace(Row row, boolean isGoneOut) {
        boolean isOpen = row.state() == InvitationState.QUEUED || row.state() == InvitationState.OPEN;
        if (row.isOfImport()) {
            return new Trace(isOpen && !isGoneOut ? row.promise() : null, isGoneOut, false);
        }
        boolean isByItself = row.purpose() == InvitationPurpose.REMINDER;
        boolean cameToNothing = row.state() == InvitationState.REVOKED && !isGoneOut;
        return new Trace(null, false, !isByItself && !cameToNothing);
    }

    private Set<Long> goneOut(List<Long> mails, boolean lock) {
        if (mails.isEmpty()) {
            return Set.of();
        }
        String index = lock ? ForcedIndex.PRIMARY : "";
        return new HashSet<>(jdbc.query(
                "SELECT id FROM mail%s WHERE id IN (%s) AND %s%s"
                        .formatted(index, list(mails), GONE_OUT, lock ? LOCKING : ""),
                (row, _) -> row.getLong("id")));
    }

    /**
     * Takes back what waits for {@code members}, all of whom {@link #lock} has found to have something waiting. Their
     * links stop working, and their letters stay where they are, cancelled.
     *
     * @param reason why, in words for the Outbox
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(long importId, Collection<MemberId> members, String reason) {
        if (members.isEmpty()) {
            return;
        }
        String which = "import_id = ? AND state IN ('QUEUED', 'OPEN') AND member_id IN (%s)"
                .formatted(list(members.stream().map(MemberId::value).toList()));
        List<MailId> letters = new ArrayList<>();
        jdbc.query(
                "SELECT mail_id FROM invitation WHERE mail_id IS NOT NULL AND " + which,
                row -> {
                    letters.add(new MailId(row.getLong(1)));
                },
                importId);
        jdbc.update(
                "UPDATE invitation" + InvitationRows.OF_MEMBER + " SET state = 'REVOKED', ended_at = ? WHERE " + which,
                Utc.toColumn(clock.instant()),
                importId);
        outbox.cancelLetters(letters, reason);
    }

    /** Written out, because H2 looks a row up in a list of constants at once, and goes through one of parameters. */
    private static String list(Collection<Long> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
