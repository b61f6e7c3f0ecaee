package dev.gatehouse.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.sql.tree.Parser.Parsed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Statements put together at random from pieces of valid ones: nothing throws, and a personal column in an answer is
/// either named as a source or the statement is not understood.
class AnalyserFuzzTest {
    private static final long SEED = Long.getLong("gatehouse.seed", 20_261_120L);
    private static final List<String> SEEDS = List.of(
            "SELECT c . id , p . amount FROM customers c JOIN payments p ON p . customer_id = c . id WHERE c . id < 20",
            "WITH x AS ( SELECT * FROM customers WHERE id = 1 ) SELECT email , count ( * ) FROM x GROUP BY 1 ORDER BY 2",
            "SELECT CASE WHEN a . id IN ( SELECT id FROM products ) THEN email ELSE NULL END FROM customers a",
            "INSERT INTO products ( name , price ) SELECT segment , 1 FROM customers WHERE id = 5 RETURNING *",
            "UPDATE customers SET segment = 'x' , visits = visits + 1 WHERE id BETWEEN 1 AND 5 RETURNING id , email",
            "DELETE FROM payments USING customers c WHERE c . id = customer_id AND c . email = $1",
            "SELECT row_number ( ) OVER ( PARTITION BY country ORDER BY id ) , s . * FROM ( SELECT * FROM customers ) s",
            "SELECT email FROM customers UNION ALL SELECT name FROM products EXCEPT VALUES ( 'a' ) , ( 'b' )",
            "COPY ( SELECT id FROM customers ) TO STDOUT ; BEGIN ; SET search_path TO audit , public ; COMMIT",
            "ALTER TABLE customers ADD COLUMN x int ; EXPLAIN ANALYZE SELECT coalesce ( email , phone ) FROM customers");

    @Test
    void nothingThrowsAndEverythingElseIsUnknown() {
        System.out.println("AnalyserFuzzTest seed " + SEED);
        var random = new Random(SEED);
        int understood = 0;
        for (int i = 0; i < 5_000; i++) {
            var answer = Shop.understand(mutant(random));
            understood += answer.facts().effect() == Effect.UNKNOWN ? 0 : 1;
            assertThat(answer.facts().effect() == Effect.UNKNOWN)
                    .isEqualTo(!answer.facts().problems().isEmpty());
        }
        assertThat(understood).as("mutants that still say something").isGreaterThan(100);
    }

    @Test
    void aPersonalColumnInAnAnswerIsNamedOrNothingIsUnderstood() {
        System.out.println("AnalyserFuzzTest seed " + SEED);
        var random = new Random(SEED);
        for (int i = 0; i < 1_500; i++) {
            var expression = expression(random, 3);
            String sql = wrapped(random, "SELECT " + expression + " AS leak FROM customers c WHERE id = 1");
            var answer = Shop.understand(sql);
            assertThat(answer.syntaxError()).as(sql).isEqualTo(java.util.Optional.<Parsed.SyntaxError>empty());
            if (answer.facts().effect() != Effect.UNKNOWN) {
                assertThat(answer.outputs().getFirst()).as(sql).anyMatch(AnalyserFuzzTest::personal);
            }
        }
    }

    private static boolean personal(OutputColumn column) {
        return column.categories().contains(Category.EMAIL);
    }

    /// An expression whose value has something of the e-mail address in it.
    private static String expression(Random random, int depth) {
        if (depth == 0) {
            return random.nextBoolean() ? "email" : "c.email";
        }
        String inner = expression(random, depth - 1);
        return switch (random.nextInt(20)) {
            case 0 -> "upper(" + inner + "::text)";
            case 1 -> "(" + inner + ")::text || 'x'";
            case 2 -> "coalesce(NULL, " + inner + "::text)";
            case 3 -> "CASE WHEN id = 1 THEN " + inner + "::text ELSE 'x' END";
            case 4 -> "(SELECT " + inner + "::text)";
            case 5 -> "(SELECT max(z) FROM (SELECT " + inner + "::text AS z) q)";
            case 6 -> "(ARRAY[" + inner + "::text])[1]";
            case 7 -> "json_build_object('a', " + inner + ")";
            case 8 -> "nullif(" + inner + "::text, 'q')";
            case 9 -> "greatest(" + inner + "::text, 'a')";
            case 10 -> "(SELECT w FROM unnest(ARRAY[" + inner + "::text]) AS w)";
            case 11 -> "(WITH k AS (SELECT " + inner + "::text AS v) SELECT v FROM k)";
            case 12 -> "(VALUES (" + inner + "::text))";
            case 13 -> "concat('a', " + inner + ")";
            case 14 -> "to_jsonb(" + inner + ")";
            case 15 -> "md5(" + inner + "::text)";
            case 16 -> "(SELECT string_agg(g, '') FROM regexp_split_to_table(" + inner + "::text, '') g)";
            case 17 -> "(SELECT a FROM (SELECT 'x' UNION ALL SELECT " + inner + "::text) u(a) LIMIT 1)";
            case 18 -> "(" + inner + "::text COLLATE \"C\")";
            default -> "(SELECT l.y FROM (SELECT 1) one, LATERAL (SELECT " + inner + "::text AS y) l)";
        };
    }

    private static String wrapped(Random random, String query) {
        return switch (random.nextInt(6)) {
            case 0 -> "SELECT * FROM (" + query + ") w";
            case 1 -> "WITH w AS (" + query + ") SELECT * FROM w";
            case 2 -> "SELECT o.leak FROM products p CROSS JOIN LATERAL (" + query + ") o";
            case 3 -> "SELECT max(leak::text) FROM (" + query + ") w";
            case 4 -> "WITH RECURSIVE w AS (" + query + ") TABLE w";
            default -> query;
        };
    }

    private static String mutant(Random random) {
        var words = new ArrayList<>(Arrays.asList(pick(random, SEEDS).split(" ", -1)));
        for (int i = random.nextInt(6); i >= 0; i--) {
            var donor = pick(random, SEEDS).split(" ", -1);
            int at = random.nextInt(words.size());
            var other = donor[random.nextInt(donor.length)];
            if (random.nextInt(4) > 0) {
                if (sort(other) == sort(words.get(at))) {
                    words.set(at, other);
                }
            } else if (random.nextBoolean()) {
                words.remove(at);
            } else {
                words.add(at, other);
            }
            if (words.isEmpty()) {
                words.add("SELECT");
            }
        }
        return String.join(" ", words);
    }

    /// Keywords, names and signs are put in each other's place, so that many mutants are still valid.
    private static int sort(String word) {
        char first = word.charAt(0);
        return Character.isUpperCase(first) ? 0 : Character.isLowerCase(first) ? 1 : 2;
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
