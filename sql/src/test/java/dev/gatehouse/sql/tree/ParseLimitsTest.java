package dev.gatehouse.sql.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.pgparser.PgParsers;
import dev.gatehouse.sql.tree.Parser.Parsed;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ParseLimitsTest {
    private static Parsed parse(String sql, int largest, int deepest) {
        try (var parsers = new PgParsers(1, largest)) {
            return new PostgresParser(parsers, deepest).parse(sql.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aStatementLargerThanItsLimitSaysWhichLimit() {
        assertThat(parse("SELECT 1", 8, 100)).isInstanceOf(Parsed.Statements.class);
        assertThat(parse("SELECT 12", 8, 100)).isInstanceOfSatisfying(Parsed.SyntaxError.class, error -> {
            assertThat(error.sqlState()).isEqualTo("54000");
            assertThat(error.message()).contains("limits.statement");
        });
    }

    @Test
    void aStatementDeeperThanItsLimitSaysWhichLimit() {
        String nested = "SELECT " + "1+".repeat(50) + "1";
        assertThat(parse(nested, 1000, 200)).isInstanceOf(Parsed.Statements.class);
        assertThat(parse(nested, 1000, 20)).isInstanceOfSatisfying(Parsed.SyntaxError.class, error -> {
            assertThat(error.sqlState()).isEqualTo("54000");
            assertThat(error.message()).contains("limits.parse-depth");
        });
    }
}
