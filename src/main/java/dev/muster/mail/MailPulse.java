package dev.muster.mail;

import dev.muster.common.Lookout;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells open pages, on every node, that letters were written, went out or were stopped. Sending writes nothing for it: a
 * row that every letter changes would be one more thing that recording a delivery could fail on.
 */
@Component
public class MailPulse implements DisposableBean {

    /** All states that a letter is in on its way; how many have arrived grows only where one of these changes. */
    private static final List<MailState> PASSING =
            List.of(MailState.QUEUED, MailState.SENDING, MailState.BOUNCED, MailState.UNKNOWN, MailState.CANCELLED);

    private final JdbcClient jdbc;
    private final Lookout lookout = new Lookout("letters", this::read);

    MailPulse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is another whenever a letter is: each part comes from the end of an index, or a short piece of one. */
    private record Reading(@Nullable Long newest, @Nullable Timestamp lastTry, Map<String, Long> passing) {}

    /**
     * Has {@code watcher} told whenever letters have changed, from now on, at most twice a second. It is called on a
     * thread of its own and must return soon.
     */
    public Lookout.Watch watch(Runnable watcher) {
        return lookout.watch(watcher);
    }

    private Reading read() {
        var passing = new TreeMap<String, Long>();
        jdbc.sql("SELECT state, COUNT(*) AS letters FROM mail WHERE state IN (:states) GROUP BY state")
                .param("states", PASSING.stream().map(Enum::name).toList())
                .query(row -> {
                    passing.put(row.getString("state"), row.getLong("letters"));
                });
        return new Reading(
                jdbc.sql("SELECT MAX(id) FROM mail")
                        .query(Long.class)
                        .optional()
                        .orElse(null),
                jdbc.sql("SELECT MAX(tried_at) FROM mail_try")
                        .query(Timestamp.class)
                        .optional()
                        .orElse(null),
                passing);
    }

    @Override
    public void destroy() {
        lookout.close();
    }
}
