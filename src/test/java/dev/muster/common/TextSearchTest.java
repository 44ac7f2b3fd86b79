package dev.muster.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class TextSearchTest {

    @ParameterizedTest
    @CsvSource({
        "Emil Sørensen,sorensen",
        "Łukasz Wójcik,LUKASZ",
        "Anna Groß,gross",
        "Ægir,aegir",
        "Nguyễn,nguyen",
        "Jose\u0301,josé",
        "Ana,áná",
        "Marie-Claire O'Neil,o'neil",
    })
    void foldingFindsWhatTheIndexFinds(String text, String word) {
        assertThat(Folding.fold(text)).contains(Folding.fold(word));

        assertThat(isFound(text, word)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Anna,anne", "Anna,%", "Anna,acme"})
    void foldingFindsNothingElse(String text, String word) {
        assertThat(isFound(text, word)).isFalse();
    }

    /** The text comes above another one, and something unknown below it. */
    private static boolean isFound(String text, String word) {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:");
        return JdbcClient.create(database)
                        .sql("SELECT COUNT(*) FROM (SELECT CAST(:text AS VARCHAR_IGNORECASE) AS one, 'Cme' AS two,"
                                + " CAST(NULL AS VARCHAR) AS three) texts WHERE "
                                + TextSearch.BY_FOLDING.condition("word", "one", "two", "three"))
                        .param("text", text)
                        .param("word", TextSearch.BY_FOLDING.pattern(word))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
