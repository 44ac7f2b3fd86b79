package dev.muster.invitations;

import dev.muster.common.AnotherTurn;
import dev.muster.common.Utc;
import dev.muster.mail.Outbox;
import dev.muster.members.MemberPulse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people say that they want no more mail. Whoever has the link may. */
@Service
@AnotherTurn
public class OptOutDesk {

    private final PersonalTokens tokens;
    private final Outbox outbox;
    private final MemberPulse pulse;
    private final JdbcClient jdbc;
    private final Clock clock;

    OptOutDesk(PersonalTokens tokens, Outbox outbox, MemberPulse pulse, JdbcClient jdbc, Clock clock) {
        this.tokens = tokens;
        this.outbox = outbox;
        this.pulse = pulse;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns the address that the link with this token is about; empty where it is none. Changes nothing. */
    @Transactional(readOnly = true)
    public Optional<String> addressOf(String token) {
        OptionalLong member = tokens.read(PersonalTokens.Purpose.OPT_OUT, token);
        return member.isEmpty()
                ? Optional.empty()
                : jdbc.sql("SELECT email FROM member WHERE id = ?")
                        .param(member.getAsLong())
                        .query(String.class)
                        .optional();
    }

    /**
     * Sends no more mail to the person of the link, whatever is imported, and stops what has not gone out.
     *
     * @return false where the link is none
     */
    @Transactional
    public boolean optOut(String token) {
        OptionalLong member = tokens.read(PersonalTokens.Purpose.OPT_OUT, token);
        if (member.isEmpty() || addressOf(token).isEmpty()) {
            return false;
        }
        jdbc.sql("UPDATE member SET opted_out_at = ?, version = version + 1 WHERE id = ? AND opted_out_at IS NULL")
                .params(Utc.toColumn(clock.instant()), member.getAsLong())
                .update();
        outbox.cancel(List.of(member.getAsLong()), "The member has opted out.");
        pulse.beat();
        return true;
    }
}
