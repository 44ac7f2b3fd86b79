package dev.muster.common;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Shows in the database, every minute, that Muster runs on it. A node that starts sees by it for how long nothing did, and
 * so whether the database may be the copy of an earlier day.
 *
 * @see "Decision 020: after a backup is restored"
 */
@Component
public class Heartbeat implements SmartInitializingSingleton {

    private static final String HEARTBEAT = "heartbeat";
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final HubSettings settings;
    private final ObjectProvider<AfterSilence> listeners;
    private final Clock clock;
    private volatile @Nullable Instant seen;

    /**
     * Creates the heartbeat of a node that is about to start.
     *
     * @param listeners whoever has to hear of a silence
     */
    public Heartbeat(HubSettings settings, ObjectProvider<AfterSilence> listeners, Clock clock) {
        this.settings = settings;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Looks before the first job or request of this node can run. */
    @Override
    public void afterSingletonsInstantiated() {
        beat();
    }

    /** Beats, where the last beat is not of just now; whoever has to know hears first of a silence that this ends. */
    public synchronized void beat() {
        Instant now = clock.instant();
        Optional<Instant> last = settings.find(HEARTBEAT).map(Instant::parse);
        Optional<Silence> silence = last.flatMap(moment -> silence(moment, now));
        silence.ifPresent(ended -> listeners.forEach(listener -> listener.after(ended)));
        if (silence.isPresent() || last.isEmpty() || !now.isBefore(last.get().plus(EVERY))) {
            if (write(last, now)) {
                seen = now;
            }
        } else {
            seen = last.get();
        }
    }

    /** Not where another node was faster: over its later beat, an earlier one would look like a database set back. */
    private boolean write(Optional<Instant> last, Instant now) {
        if (last.isPresent()) {
            return settings.replace(HEARTBEAT, last.get().toString(), now.toString());
        }
        settings.save(HEARTBEAT, now.toString());
        return true;
    }

    /** A node that ran all the time knows the last beat; none but an earlier one is news to it, however old. */
    private Optional<Silence> silence(Instant last, Instant now) {
        Instant known = seen;
        if (known == null) {
            return Optional.of(new Silence(last, now, false)).filter(silence -> last.isBefore(now));
        }
        return last.isBefore(known) ? Optional.of(new Silence(last, now, true)) : Optional.empty();
    }
}
