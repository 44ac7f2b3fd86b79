package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.imports.ChunkOutcomes.RowOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkOutcomesTest {

    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    @Test
    void readsBackWhatItWrote() {
        var random = new Random(7);
        var rows = new ArrayList<RowOutcome>();
        long line = 1;
        for (int i = 0; i < 5000; i++) {
            line += 1 + random.nextInt(i % 100 == 0 ? 1_000_000 : 3);
            Outcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
            long member = outcome == Outcome.REJECTED ? 0 : 1 + random.nextLong(Long.MAX_VALUE / 4);
            rows.add(new RowOutcome(line, outcome, member));
        }

        assertThat(ChunkOutcomes.decode(ChunkOutcomes.encode(rows))).isEqualTo(rows);
        assertThat(ChunkOutcomes.decode(ChunkOutcomes.encode(List.of()))).isEmpty();
    }

    @Test
    void takesAFewBytesForARow() {
        var rows = new ArrayList<RowOutcome>();
        for (int i = 0; i < 5000; i++) {
            rows.add(new RowOutcome(2 + i, Outcome.CREATED, 1_000_000 + i));
        }

        assertThat(ChunkOutcomes.encode(rows)).hasSizeLessThan(5 * 5000);
    }
}
