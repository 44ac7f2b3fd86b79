package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ImportLimitsTest {

    private static final String H2 = "jdbc:h2:file:./data/muster";
    private static final String MARIADB = "jdbc:mariadb://db:3306/muster";

    @Test
    void chunksAreWrittenOneAfterTheOtherOnH2() {
        assertThat(limits(H2, null).writers()).isEqualTo(1);
        assertThat(limits(MARIADB, null).writers()).isEqualTo(2);
    }

    @Test
    void chunksAreSmallOnH2() {
        assertThat(limits(H2, null).chunkRows()).isEqualTo(500);
        assertThat(limits(H2, "1000").chunkRows()).isEqualTo(500);
        assertThat(limits(H2, "4").chunkRows()).isEqualTo(4);
    }

    @Test
    void chunksAreAsLargeAsIsSaidOnMariaDb() {
        assertThat(limits(MARIADB, null).chunkRows()).isEqualTo(2_000);
        assertThat(limits(MARIADB, "1000").chunkRows()).isEqualTo(1_000);
    }

    @Test
    void aChunkNeedsARow() {
        assertThatThrownBy(() -> limits(MARIADB, "0"))
                .rootCause()
                .hasMessage(
                        "A chunk needs a row: muster.imports.chunkRows is 0, muster.imports.firstChunkRows is 500.");
    }

    private static ImportLimits limits(String url, @Nullable String chunkRows) {
        var environment = new MockEnvironment().withProperty("spring.datasource.url", url);
        return ImportLimits.of(
                chunkRows == null ? environment : environment.withProperty("muster.imports.chunk-rows", chunkRows));
    }
}
