package dev.gatehouse.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.OutputColumn;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Statements recorded from stock clients: psql 15 with 52 backslash commands, all metadata calls of the JDBC driver
/// 42.7, and pgbench 15 with `-i` in all its steps and its three built-in scripts; and statements written in the manner
/// of SQLAlchemy, Django, pgAdmin and DBeaver.
class ClientsTest {
    @ParameterizedTest
    @ValueSource(strings = {"psql.sql", "jdbc.sql", "pgbench.sql", "tools.sql"})
    void whatStockClientsSendIsUnderstood(String recorded) {
        assertThat(statements(recorded)).allSatisfy(sql -> {
            var facts = Shop.understand(sql).facts();
            assertThat(facts.problems()).as(sql).isEmpty();
            assertThat(facts.effect()).isNotEqualTo(Effect.UNKNOWN);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"psql.sql", "jdbc.sql"})
    void whatClientsAskOfTheCatalogueIsMaskedNowhere(String recorded) {
        assertThat(statements(recorded)).allSatisfy(sql -> {
            var understood = Shop.understand(sql);
            assertThat(understood.facts().effect()).isLessThan(Effect.WRITE);
            assertThat(understood.outputs().stream().flatMap(List::stream))
                    .as(sql)
                    .allMatch(ClientsTest::clear);
            assertThat(understood.facts().predicates()).as(sql).isEmpty();
        });
    }

    private static boolean clear(OutputColumn column) {
        return column.categories().stream().allMatch(Category.NONE::equals);
    }

    private static List<String> statements(String recorded) {
        var text = new String(Shop.resource(recorded), StandardCharsets.UTF_8);
        return Arrays.stream(text.split("\n;;\n")).map(String::strip).toList();
    }
}
