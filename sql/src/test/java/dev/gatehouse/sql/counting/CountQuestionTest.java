package dev.gatehouse.sql.counting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.pgparser.PgParsers;
import dev.gatehouse.sql.counting.CountQuestion.Counting;
import dev.gatehouse.sql.tree.PostgresParser;
import java.util.Optional;
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
        assertThat(CountQuestion.of(statement, PARSER))
                .isInstanceOfSatisfying(
                        Counting.Question.class,
                        asked -> assertThat(asked.sql()).isEqualTo(question));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            UPDATE t SET a = 1 FROM u WHERE u.id = t.id | SELECT DISTINCT "t".tableoid, "t".ctid FROM t, u WHERE u.id = t.id
            UPDATE t AS x SET a = (SELECT b FROM v) FROM u JOIN w ON w.i = u.i WHERE u.id = x.id RETURNING 1 \
            | SELECT DISTINCT "x".tableoid, "x".ctid FROM t AS x, u JOIN w ON w.i = u.i WHERE u.id = x.id
            DELETE FROM ONLY s.t USING u, (SELECT 1 AS id) AS v WHERE u.id = t.id AND v.id = 1 \
            | SELECT DISTINCT "t".tableoid, "t".ctid FROM ONLY s.t, u, (SELECT 1 AS id) AS v WHERE u.id = t.id AND v.id = 1
            WITH c AS (SELECT id FROM u WHERE d = 'update x') DELETE FROM t USING c WHERE c.id = t.id \
            | SELECT DISTINCT "t".tableoid, "t".ctid FROM t, c WHERE c.id = t.id
            """)
    void aRowThatJoinsSeveralOthersCountsOnce(String statement, String inner) {
        String with = statement.startsWith("WITH") ? statement.substring(0, statement.indexOf(')') + 2) : "";
        assertThat(CountQuestion.of(statement, PARSER))
                .isEqualTo(new Counting.Question(
                        with + "SELECT count(*) FROM (" + inner + ") AS preview",
                        Optional.of(with + inner + " ORDER BY 1, 2 LIMIT 20")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            WITH c AS (SELECT 1 AS i) UPDATE t SET a = 1 WHERE id IN (SELECT i FROM c) \
            | WITH c AS (SELECT 1 AS i) SELECT count(*) FROM t WHERE id IN (SELECT i FROM c)
            WITH x AS (SELECT 1) DELETE FROM t WHERE id = 5 \
            | WITH x AS (SELECT 1) SELECT count(*) FROM t WHERE id = 5
            """)
    void commonTablesAreAskedAlong(String statement, String question) {
        assertThat(CountQuestion.of(statement, PARSER))
                .isInstanceOfSatisfying(
                        Counting.Question.class,
                        asked -> assertThat(asked.sql()).isEqualTo(question));
    }

    @Test
    void aSelectWithCommonTablesIsCountedAsAWhole() {
        assertThat(CountQuestion.of("WITH c AS (SELECT 1) SELECT * FROM c", PARSER))
                .isEqualTo(new Counting.Question(
                        "SELECT count(*) FROM (WITH c AS (SELECT 1) SELECT * FROM c\n) AS preview", Optional.empty()));
    }

    @Test
    void aSelectIsCountedAsAWhole() {
        assertThat(CountQuestion.of("SELECT a FROM t WHERE b = 1; ", PARSER))
                .isEqualTo(new Counting.Question(
                        "SELECT count(*) FROM (SELECT a FROM t WHERE b = 1\n) AS preview", Optional.empty()));
    }

    @Test
    void valuesCountThemselves() {
        assertThat(CountQuestion.of("INSERT INTO t VALUES (1), (2)", PARSER)).isEqualTo(new Counting.Known(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WITH x AS (DELETE FROM u RETURNING id) DELETE FROM t USING x WHERE x.id = t.id",
                "WITH x AS (INSERT INTO u VALUES (1) RETURNING id) SELECT * FROM x",
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
