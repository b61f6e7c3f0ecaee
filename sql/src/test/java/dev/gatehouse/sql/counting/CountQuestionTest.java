package dev.gatehouse.sql.counting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.pgparser.PgParsers;
import dev.gatehouse.sql.counting.CountQuestion.Counting;
import dev.gatehouse.sql.tree.PostgresParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountQuestionTest {
    private static final PgParsers PARSERS = new PgParsers(1, 1 << 20);
    private static final PostgresParser PARSER = new PostgresParser(PARSERS);

    @AfterAll
    static void close() {
        PARSERS.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            UPDATE t SET a = 'x' WHERE id = 5              | SELECT count(*) FROM t WHERE id = 5
            UPDATE ONLY s.t AS x SET a = 1 WHERE x.id < 5; | SELECT count(*) FROM ONLY s.t AS x WHERE x.id < 5
            UPDATE t SET a = (SELECT b FROM u WHERE u.c = 1) WHERE d = 2 | SELECT count(*) FROM t WHERE d = 2
            DELETE FROM t WHERE note = ' where returning ' | SELECT count(*) FROM t WHERE note = ' where returning '
            DELETE FROM t WHERE id = 5 RETURNING id        | SELECT count(*) FROM t WHERE id = 5
            DELETE FROM t                                  | SELECT count(*) FROM t
            """)
    void theQuestionHasTheStatementsTableAndCondition(String statement, String question) {
        assertThat(CountQuestion.of(statement, PARSER)).isEqualTo(new Counting.Question(question));
    }

    @Test
    void aSelectIsCountedAsAWhole() {
        assertThat(CountQuestion.of("SELECT a FROM t WHERE b = 1; ", PARSER))
                .isEqualTo(new Counting.Question("SELECT count(*) FROM (SELECT a FROM t WHERE b = 1\n) AS preview"));
    }

    @Test
    void valuesCountThemselves() {
        assertThat(CountQuestion.of("INSERT INTO t VALUES (1), (2)", PARSER)).isEqualTo(new Counting.Known(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE t SET a = 1 FROM u WHERE u.id = t.id",
                "DELETE FROM t USING u WHERE u.id = t.id",
                "WITH x AS (SELECT 1) DELETE FROM t WHERE id = 5",
                "INSERT INTO t SELECT * FROM u",
                "INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING",
                "DELETE FROM t WHERE id = 1; DELETE FROM t WHERE id = 2",
                "UPDATE /* set */ t /* set where */ SET a = 1 WHERE b = 2",
                "TRUNCATE t",
                "nonsense"
            })
    void whatCannotBeCountedForSureIsDeclined(String statement) {
        assertThat(CountQuestion.of(statement, PARSER)).isInstanceOf(Counting.Declined.class);
    }
}
