package dev.muster.imports.ui;

import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a screen reader hears about imports: at each quarter, at most every ten seconds, and at once when the
 * state changes. One per tab.
 */
final class ProgressSpeech {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private record Heard(ImportState state, int quarter) {}

    private final Map<ImportId, Heard> heard = new HashMap<>();
    private Instant lastSpoken = Instant.EPOCH;

    /** Takes in what is already so when the page opens: nobody needs to hear it. */
    void begin(List<ImportSnapshot> imports) {
        imports.forEach(one -> heard.put(one.id(), of(one)));
    }

    /** Returns whether to speak about {@code one} now. */
    Optional<ImportSnapshot> next(ImportSnapshot one, Instant now) {
        @Nullable Heard before = heard.get(one.id());
        Heard after = of(one);
        boolean isNewState = before == null || before.state() != after.state();
        boolean isNewQuarter = before != null && after.quarter() > before.quarter();
        if (!isNewState && (!isNewQuarter || now.isBefore(lastSpoken.plus(PAUSE)))) {
            return Optional.empty();
        }
        heard.put(one.id(), after);
        lastSpoken = now;
        return Optional.of(one);
    }

    private static Heard of(ImportSnapshot one) {
        return new Heard(one.state(), one.percent() / 25);
    }
}
