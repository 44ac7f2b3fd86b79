package dev.muster.invitations;

import dev.muster.common.Utc;
import dev.muster.mail.LettersToCome;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Invitations that wait for their letters. With those promised before a moment go those of an import begun before it:
 * where a backup was restored, the import has invited the same people already, later in a day that is lost.
 */
@Repository
class PromisedInvitations implements LettersToCome {

    private static final String BEFORE = """
            state = 'QUEUED' AND (created_at < :moment
                OR import_id IN (SELECT id FROM import_run WHERE created_at < :moment))""";

    private final JdbcClient jdbc;
    private final InvitationSettings settings;
    private final Clock clock;

    PromisedInvitations(JdbcClient jdbc, InvitationSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public long countBefore(Instant moment) {
        return jdbc.sql("SELECT COUNT(*) FROM invitation WHERE " + BEFORE)
                .param("moment", Utc.toColumn(moment))
                .query(Long.class)
                .single();
    }

    /** Opens them without a letter: if it went out on the day that is lost, its link goes on working. */
    @Override
    public long dropBefore(Instant moment) {
        @Nullable Instant expiry = settings.expiryFrom(clock.instant());
        return jdbc.sql("UPDATE invitation SET state = 'OPEN', expires_at = :expiry WHERE " + BEFORE)
                .param("moment", Utc.toColumn(moment))
                .param("expiry", expiry == null ? null : Utc.toColumn(expiry))
                .update();
    }
}
