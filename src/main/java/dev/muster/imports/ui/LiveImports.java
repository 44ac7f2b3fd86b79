package dev.muster.imports.ui;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.shared.SharedValueSignal;
import dev.muster.common.ui.NewMembers;
import dev.muster.imports.ImportFeed;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The imports that run and those that ended a moment ago, as every open page sees them: one shared value, which the
 * pages bind. A page that closes is forgotten with its binding. Thread-safe.
 */
@Component
class LiveImports {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int ENDED_KEPT = 20;

    private final Clock clock;
    private final ImportFeed.Registration feed;
    private final SharedValueSignal<ImportBoard> board = new SharedValueSignal<>(ImportBoard.EMPTY);
    private final SharedValueSignal<ImportBoard> checks = new SharedValueSignal<>(ImportBoard.EMPTY);
    private final Map<ImportId, ImportSnapshot> known = new LinkedHashMap<>();
    private NewMembers.Count forgotten = NewMembers.Count.NONE;
    private Instant published = Instant.EPOCH;

    LiveImports(Clock clock, ImportFeed feed) {
        this.clock = clock;
        this.feed = feed.subscribe(this::receive);
    }

    /** Returns the checks, to bind as the imports are. */
    Signal<ImportBoard> checks() {
        return checks;
    }

    /** Returns what to bind. */
    Signal<ImportBoard> board() {
        return board;
    }

    /**
     * Puts right what the feed could not tell, because it came from before this node started or from a node that died.
     *
     * @param active what the database says is running
     */
    synchronized void reconcile(List<ImportSnapshot> active) {
        List<ImportId> ids = active.stream().map(ImportSnapshot::id).toList();
        boolean changed =
                known.values().removeIf(one -> one.state().isActive() && !one.isCheck() && !ids.contains(one.id()));
        for (ImportSnapshot one : active) {
            ImportSnapshot before = known.get(one.id());
            boolean isNewer = before == null
                    || (before.state().isActive() && one.processed() >= before.processed() && !one.equals(before));
            if (isNewer) {
                known.put(one.id(), one);
                changed = true;
            }
        }
        if (changed) {
            publish();
        }
    }

    @PreDestroy
    void stop() {
        feed.close();
    }

    private synchronized void receive(ImportSnapshot next) {
        ImportSnapshot before = known.get(next.id());
        if (before != null && next.processed() < before.processed()) {
            return;
        }
        known.put(next.id(), next);
        boolean isNews = before == null
                || before.state() != next.state()
                || before.cancelling() != next.cancelling()
                || !Objects.equals(before.totalRows(), next.totalRows());
        if (isNews || !isCrowded() || !clock.instant().isBefore(published.plus(PAUSE))) {
            publish();
        }
    }

    /** One import tells about itself at most twice a second; several together would push more often than that. */
    private boolean isCrowded() {
        return known.values().stream().filter(one -> one.state().isActive()).count() > 1;
    }

    private ImportBoard boardOf(boolean ofChecks) {
        return new ImportBoard(
                known.values().stream().filter(one -> one.isCheck() == ofChecks).toList(), forgotten);
    }

    private void publish() {
        long ended =
                known.values().stream().filter(one -> !one.state().isActive()).count();
        var entries = known.values().iterator();
        while (ended > ENDED_KEPT && entries.hasNext()) {
            ImportSnapshot oldest = entries.next();
            if (!oldest.state().isActive()) {
                forgotten = oldest.isCheck() ? forgotten : forgotten.plus(ImportBoard.createdBy(oldest));
                entries.remove();
                ended--;
            }
        }
        published = clock.instant();
        show(boardOf(false), boardOf(true));
    }

    /**
     * Sets both values on a thread of its own: on the thread of a request they would be set when that request ends, and
     * by then hide what others have set in the meantime.
     */
    private void show(ImportBoard ofImports, ImportBoard ofChecks) {
        Thread setter = Thread.ofVirtual().name("live-imports").start(() -> {
            board.set(ofImports);
            checks.set(ofChecks);
        });
        try {
            setter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
