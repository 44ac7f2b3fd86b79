package dev.muster.invitations;

import dev.muster.common.Conflict;
import dev.muster.common.Utc;
import dev.muster.common.WhiteSpace;
import dev.muster.members.GroupId;
import dev.muster.members.JoinRegister;
import dev.muster.members.MemberId;
import dev.muster.security.PasswordRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Where invited people join. Whoever has the link may: it is the right. */
@Service
public class JoinDesk {

    private static final Logger LOG = LoggerFactory.getLogger(JoinDesk.class);

    private static final int MAX_NAME = 255;

    private static final int TURNS = 3;

    private static final String INVITATION = """
            SELECT i.id, i.member_id, i.state, i.expires_at, i.ended_at, i.opened_at, i.purpose,
                m.name, m.email, m.joined_at, m.archived_at, m.locked_at
            FROM invitation i JOIN member m ON m.id = i.member_id WHERE i.id = ?""";

    private final PersonalTokens tokens;
    private final InvitationRows rows;
    private final JoinRegister register;
    private final PasswordEncoder passwords;
    private final InvitationSettings settings;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    JoinDesk(
            PersonalTokens tokens,
            InvitationRows rows,
            JoinRegister register,
            PasswordEncoder passwords,
            InvitationSettings settings,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Clock clock) {
        this.tokens = tokens;
        this.rows = rows;
        this.register = register;
        this.passwords = passwords;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a person enters to join.
     *
     * @param password as it was typed
     */
    public record Entry(String name, String password) {
        @Override
        public String toString() {
            return "Entry[%s]".formatted(name); // never the password
        }
    }

    private record Found(InvitationId id, MemberId member, boolean wasOpened, Welcome welcome) {}

    /** Whom a link is for, and the groups that come with it. */
    record Holder(MemberId member, Set<GroupId> groups) {}

    /** Returns what the link with this token leads to. Changes nothing: machines open links too. */
    @Transactional(readOnly = true)
    public Welcome open(String token) {
        return welcome(token);
    }

    /**
     * Does the same for somebody who has asked for the page, and notes the first time that anybody did. Nothing follows
     * from it: whether a person asked or a machine, nobody can tell.
     */
    @Transactional
    public Welcome visit(String token) {
        Optional<Found> found = find(token);
        found.filter(one -> one.welcome() instanceof Welcome.Open && !one.wasOpened())
                .ifPresent(one -> jdbc.sql("UPDATE invitation SET opened_at = ? WHERE id = ? AND opened_at IS NULL")
                        .params(Utc.toColumn(clock.instant()), one.id().value())
                        .update());
        return found.map(Found::welcome).orElseGet(Welcome.Unknown::new);
    }

    /** Has the person of the link with this token join; of many at once, one does. */
    public JoinOutcome join(String token, Entry entry) {
        String name = WhiteSpace.clean(entry.name().replaceAll("\\p{Cc}+", " "));
        var refusal = new JoinOutcome.Refused(problemOf(name), passwordProblem(entry.password()));
        Welcome welcome = welcome(token);
        if (!(welcome instanceof Welcome.Open)) {
            return new JoinOutcome.TooLate(welcome);
        }
        if (!refusal.nameKey().isEmpty() || !refusal.passwordKey().isEmpty()) {
            return refusal;
        }
        // Takes a while on purpose, so not in the transaction.
        String hash = Objects.requireNonNull(passwords.encode(entry.password()));
        return joinPatiently(token, name, hash);
    }

    /** Somebody may change the same person or invitation: whoever loses gets another turn. */
    private JoinOutcome joinPatiently(String token, String name, String hash) {
        for (int turn = 1; turn < TURNS; turn++) {
            try {
                return joinAtOnce(token, name, hash);
            } catch (DataAccessException e) {
                if (!Conflict.isBehind(e)) {
                    throw e;
                }
                LOG.debug("Somebody was in the way of a person who joins.", e);
            }
        }
        return joinAtOnce(token, name, hash);
    }

    private JoinOutcome joinAtOnce(String token, String name, String hash) {
        return Objects.requireNonNull(transactions.execute(_ -> join(token, name, hash)));
    }

    private JoinOutcome join(String token, String name, String hash) {
        OptionalLong number = tokens.read(PersonalTokens.Purpose.JOIN, token);
        if (number.isEmpty() || !lock(number.getAsLong())) {
            return new JoinOutcome.TooLate(new Welcome.Unknown());
        }
        Found found = find(token).orElseThrow();
        Set<GroupId> groups = rows.groups(found.id());
        boolean joined = found.welcome() instanceof Welcome.Open
                && register.join(new JoinRegister.Joiner(found.member(), name, hash, groups));
        if (!joined) {
            return new JoinOutcome.TooLate(find(token).orElseThrow().welcome());
        }
        jdbc.sql("""
                        UPDATE invitation SET ended_at = :now, state = CASE WHEN id = :id THEN 'USED' ELSE 'REPLACED' END
                        WHERE member_id = :member AND state IN ('QUEUED', 'OPEN')""")
                .param("now", Utc.toColumn(clock.instant()))
                .param("id", number.getAsLong())
                .param("member", found.member().value())
                .update();
        return new JoinOutcome.Joined(found.member());
    }

    /**
     * Has everybody else who uses the same link wait, and whoever changes the person: the person first, as everybody
     * locks them.
     */
    private boolean lock(long invitation) {
        return isLocked("SELECT id FROM member WHERE id = (SELECT member_id FROM invitation WHERE id = ?)", invitation)
                && isLocked("SELECT id FROM invitation WHERE id = ?", invitation);
    }

    private boolean isLocked(String row, long invitation) {
        return jdbc.sql(row + " FOR UPDATE")
                .param(invitation)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Returns whom the link with this token is for, whatever became of it. */
    Optional<Holder> holderOf(String token) {
        return find(token).map(found -> new Holder(found.member(), rows.groups(found.id())));
    }

    private Welcome welcome(String token) {
        return find(token).map(Found::welcome).orElseGet(Welcome.Unknown::new);
    }

    private Optional<Found> find(String token) {
        OptionalLong number = tokens.read(PersonalTokens.Purpose.JOIN, token);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        String hub = settings.hubName();
        return jdbc.sql(INVITATION)
                .param(number.getAsLong())
                .query((row, _) -> found(row, hub))
                .optional();
    }

    private Found found(ResultSet row, String hub) throws SQLException {
        return new Found(
                new InvitationId(row.getLong("id")),
                new MemberId(row.getLong("member_id")),
                row.getObject("opened_at") != null,
                welcome(row, hub));
    }

    private Welcome welcome(ResultSet row, String hub) throws SQLException {
        if (row.getObject("archived_at") != null || row.getObject("locked_at") != null) {
            return new Welcome.Unknown();
        }
        Instant joined = Utc.fromColumn(row, "joined_at");
        if (joined != null) {
            return new Welcome.Used(joined);
        }
        Instant ended = Objects.requireNonNullElse(Utc.fromColumn(row, "ended_at"), Instant.EPOCH);
        Instant expires = Utc.fromColumn(row, "expires_at");
        return switch (InvitationState.valueOf(row.getString("state"))) {
            case USED -> new Welcome.Used(ended);
            case REPLACED -> new Welcome.Replaced(ended);
            case REVOKED -> new Welcome.Unknown();
            case QUEUED, OPEN ->
                expires != null && !clock.instant().isBefore(expires)
                        ? new Welcome.Expired(expires)
                        : new Welcome.Open(row.getString("name"), row.getString("email"), hub);
        };
    }

    static String problemOf(String name) {
        if (WhiteSpace.isBlank(name)) {
            return "hub.join.name-missing";
        }
        return name.codePointCount(0, name.length()) > MAX_NAME ? "hub.join.name-long" : "";
    }

    private static String passwordProblem(String password) {
        return PasswordRule.accepts(password) ? "" : "hub.join.password-short";
    }
}
