package dev.gatehouse.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Slice;
import dev.gatehouse.pgparser.PgParsers;
import dev.gatehouse.sql.tree.Parser;
import dev.gatehouse.sql.tree.PostgresParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Statements that differ in their constants only are looked at once, and answered as if each had been looked at.
class SkeletonTest {
    private static final long SEED = Long.getLong("gatehouse.seed", 20_261_121L);
    private static final Parser PARSER = new PostgresParser(new PgParsers(1));

    private static final Pattern SEMICOLON = Pattern.compile(";\\n");
    private static final Pattern CONSTANT = Pattern.compile("'[^']*'|\\b[0-9]+\\b");

    private final AtomicInteger parsed = new AtomicInteger();
    private final Analyser remembering = new Analyser(text -> {
        parsed.incrementAndGet();
        return PARSER.parse(text);
    });

    private Understanding understand(String sql) {
        return understand(remembering, sql);
    }

    private static Understanding understand(Analyser analyser, String sql) {
        return analyser.analyse(Slice.utf8(sql), Shop.SESSION, Shop.CATALOGUE, Shop.CLASSIFICATION);
    }

    private static Understanding fresh(String sql) {
        return understand(new Analyser(PARSER), sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT id FROM customers WHERE id = 1 | SELECT id FROM customers WHERE id = 999999999",
                "SELECT id FROM customers WHERE email = \"a\" | SELECT id FROM customers WHERE email = \"it\"\"s -- /* \\\"",
                "UPDATE products SET price = price + -5 WHERE id = 7 | UPDATE products SET price = price + -81 WHERE id = 0",
                "INSERT INTO products (name) VALUES (\"x\") | INSERT INTO products (name) VALUES (\"\")",
                "SELECT id FROM customers WHERE id IN (1, 2) | SELECT id FROM customers WHERE id IN (31, 4)"
            })
    void otherConstantsAreNotLookedAtAgain(String first, String second) {
        String one = first.replace('"', '\'');
        String other = second.replace('"', '\'');
        understand(one);

        assertThat(understand(other)).isEqualTo(fresh(other));
        assertThat(parsed).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT id FROM customers LIMIT 5 | SELECT id FROM customers LIMIT 50",
                "SELECT id, email FROM customers GROUP BY 1, 2 | SELECT id, email FROM customers GROUP BY 1, 1",
                "SELECT id FROM customers WHERE full_name LIKE \"%\" | SELECT id FROM customers WHERE full_name LIKE \"a%\"",
                "SET search_path TO \"public\" | SET search_path TO \"audit\"",
                "SELECT set_config(\"role\", \"a\", false) | SELECT set_config(\"search_path\", \"a\", false)",
                "SELECT id FROM customers WHERE id = 1 | SELECT id FROM customers WHERE id = 1234567890123",
                "SELECT id FROM customers WHERE id = 1 | SELECT id FROM customers WHERE id = 1.5",
                "SELECT id FROM customers WHERE id = 1 | SELECT id FROM customers WHERE id = \"1\"",
                "SELECT id FROM customers WHERE name = \"a\" | SELECT id FROM customers WHERE name = E\"a\"",
                "SELECT 1 --\"a\" | SELECT 1 --\"b\"",
                "SELECT $$1$$ | SELECT $$2$$",
                "SELECT float(1) | SELECT float(60)"
            })
    void whatAnAnswerDependsOnIsLookedAtAgain(String first, String second) {
        String one = first.replace('"', '\'');
        String other = second.replace('"', '\'');
        understand(one);

        assertThat(understand(other)).isEqualTo(fresh(other));
        assertThat(parsed).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 'a", "SELECT 'a''", "SELECT '", "SELECT 12abc", "SELECT a.1", "SELECT 1\0"})
    void whatIsNoWholeConstantIsNotTakenForOne(String broken) {
        understand("SELECT 'a'");
        understand("SELECT 1");

        assertThat(understand(broken)).isEqualTo(fresh(broken));
    }

    @Test
    void aValueIsFixedByItsPlaceAndNotByItself() {
        understand("SELECT id FROM customers WHERE id = 5 LIMIT 7");

        assertThat(understand("SELECT id FROM customers WHERE id = 7 LIMIT 5")
                        .facts()
                        .limit())
                .isEqualTo(5);
        assertThat(understand("SELECT id FROM customers WHERE id = 5 LIMIT 7")
                        .facts()
                        .limit())
                .isEqualTo(7);
    }

    /// Whatever constants are exchanged in whatever statement: the answer is the one without a memory.
    @Test
    void anExchangeOfConstantsChangesNoAnswer() {
        System.out.println("SkeletonTest seed " + SEED);
        var random = new Random(SEED);
        var statements = statements();
        for (int i = 0; i < 3_000; i++) {
            var sql = exchanged(statements.get(random.nextInt(statements.size())), random);
            assertThat(understand(sql)).as(sql).isEqualTo(fresh(sql));
        }
        assertThat(parsed.get()).as("statements that were looked at").isLessThan(3_000);
    }

    private static List<String> statements() {
        var statements = new ArrayList<String>();
        for (String file : List.of("jdbc.sql", "pgbench.sql", "psql.sql", "tools.sql")) {
            statements.addAll(List.of(SEMICOLON.split(new String(Shop.resource(file), StandardCharsets.UTF_8))));
        }
        for (String statement : List.of(
                "SELECT id FROM customers WHERE id = 1 AND email = 'a' ORDER BY 1 LIMIT 3 OFFSET 4",
                "SELECT email, count(*) FROM customers WHERE 1 = 1 GROUP BY 1 HAVING count(*) > 2",
                "SELECT CASE WHEN id = 1 THEN 'x' ELSE full_name END, 'a' 'b' FROM customers WHERE 'a' = 'a' OR id > -3",
                "SELECT nextval('products_id_seq'), 'customers'::regclass, interval '1 day' * 2, date '2020-01-01'",
                "SELECT query_to_xml('select 1', true, false, ''), set_config('role', 'x', true)",
                "INSERT INTO products (name, price) VALUES ('a', 1), ('b', -2) ON CONFLICT DO NOTHING",
                "UPDATE customers SET segment = 'a' WHERE id BETWEEN 1 AND 5 AND email LIKE 'a%' RETURNING 1, id",
                "COPY (SELECT id FROM customers WHERE id < 5) TO STDOUT WITH (FORMAT csv, DELIMITER ',')",
                "PREPARE p AS SELECT 1 + $1; EXECUTE p(1); FETCH 5 FROM c; NOTIFY a, 'b'; SET statement_timeout TO 5",
                "SELECT (ARRAY[1,2,3])[2], jsonb '{\"a\":1}' -> 'a', E'a', U&'b', B'1', $a$1$a$, 1.5, 1e3, 0x10")) {
            statements.add(statement);
        }
        return statements;
    }

    private static String exchanged(String statement, Random random) {
        var out = new StringBuilder();
        var matcher = CONSTANT.matcher(statement);
        while (matcher.find()) {
            String found = matcher.group();
            var other = random.nextInt(3) > 0
                    ? found
                    : found.startsWith("'") ? string(random) : Integer.toString(random.nextInt(12));
            matcher.appendReplacement(out, Matcher.quoteReplacement(other));
        }
        return matcher.appendTail(out).toString();
    }

    private static String string(Random random) {
        return List.of("''", "'a'", "'it''s'", "'%'", "'1'", "'customers'", "'a\\'", "'é -- /*'", "'search_path'")
                .get(random.nextInt(9));
    }
}
