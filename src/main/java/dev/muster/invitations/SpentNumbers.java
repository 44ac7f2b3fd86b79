package dev.muster.invitations;

import dev.muster.common.AfterSilence;
import dev.muster.common.Silence;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives no number out twice that personal links are made of. A restored database knows nothing of the members and
 * invitations since its backup, whose links are in people's mail: were their numbers given to others, those links would
 * open what is others'. So it leaves out more numbers than can have been given out in the time it does not know of.
 *
 * @see "Decision 020: after a backup is restored"
 */
@Component
class SpentNumbers implements AfterSilence {

    private static final Duration SURE_TO_BE_A_RESTART = Duration.ofMinutes(15);

    /** More than an import can use up. */
    private static final long A_SECOND = 50_000;

    private static final List<String> SEQUENCES = List.of("member_seq", "invitation_seq");

    private final JdbcClient jdbc;

    SpentNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void after(Silence silence) {
        if (silence.isLongerThan(SURE_TO_BE_A_RESTART)) {
            long leftOut = silence.length().toSeconds() * A_SECOND;
            SEQUENCES.forEach(sequence -> leaveOut(sequence, leftOut));
        }
    }

    private void leaveOut(String sequence, long numbers) {
        long next =
                jdbc.sql("SELECT NEXT VALUE FOR " + sequence).query(Long.class).single();
        jdbc.sql("ALTER SEQUENCE %s RESTART WITH %d".formatted(sequence, next + numbers))
                .update();
    }
}
