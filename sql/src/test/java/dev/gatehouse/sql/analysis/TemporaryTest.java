package dev.gatehouse.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.sql.catalogue.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Temporary tables: they hold what their session was seen putting there, and what else could fill them is refused.
class TemporaryTest {
    private static final ColumnName EMAIL = new ColumnName("public", "customers", "email");

    private static Relation table(String name, String... columns) {
        var all = new ArrayList<Relation.Column>();
        for (String column : columns) {
            all.add(new Relation.Column(column, all.size() + 1, 25, false, column.startsWith("generated")));
        }
        return new Relation(90_001, "pg_temp", name, Relation.Kind.TABLE, all, List.of(), false, false);
    }

    /// A session with `mine (a, b, generated)`, into whose `b` e-mail addresses were copied.
    private static final SessionView SESSION = Shop.SESSION.with(new Temporary(
            List.of(table("mine", "a", "b", "generated"), table("clean", "a", "generated"), table("products", "name")),
            Set.of("opaque"),
            Set.of("mine", "clean", "products"),
            Map.of(
                    new ColumnName("pg_temp", "mine", "b"),
                    Set.of(new Temporary.Held(EMAIL, new Category("contact.email"), false)))));

    private static Stream<Arguments> outputs() {
        return Cases.of("""
            SELECT * FROM mine                                            | a:  b: contact.email generated:
            SELECT upper(b), a || b, count(b) FROM pg_temp.mine GROUP BY 1, 2 | upper: contact.email ?column?: contact.email count:
            SELECT x.name FROM pg_temp.products x                         | name: none
            SELECT m.a, c.email FROM mine m JOIN customers c ON c.email = m.b WHERE c.id = 1 | a:  email: contact.email
            CREATE TEMP TABLE t AS SELECT id, upper(email) AS e FROM customers WHERE id = 1; SELECT * FROM t | id:  e: contact.email
            CREATE TEMP TABLE t (x int, y text); INSERT INTO t SELECT visits, phone FROM customers WHERE id = 1; SELECT y, x FROM t | y: contact.phone x:
            SELECT email AS e INTO TEMP t FROM customers WHERE id = 1; UPDATE mine SET a = e FROM t; SELECT a FROM mine | a: contact.email
            INSERT INTO clean (a) SELECT b FROM mine; SELECT generated FROM clean | generated: contact.email
            SELECT (SELECT b FROM mine LIMIT 1) FROM payments p WHERE id = 1 | b: contact.email
            DECLARE c CURSOR FOR SELECT a FROM mine FOR UPDATE; UPDATE mine SET a = b; FETCH c | a: contact.email
            EXPLAIN ANALYZE INSERT INTO clean SELECT email FROM customers WHERE id = 1; SELECT a FROM clean | a: contact.email
            TRUNCATE mine; SELECT b FROM mine                             | b: contact.email""");
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void whatWasCopiedIsShownAsWhereItCameFrom(String sql, String expected) {
        var understood = Shop.understand(sql, SESSION);

        assertThat(understood.facts().problems()).isEmpty();
        assertThat(understood.outputs().getLast().stream()
                        .map(column -> column.name() + ": "
                                + column.categories().stream()
                                        .map(Category::name)
                                        .sorted()
                                        .collect(Collectors.joining(",")))
                        .collect(Collectors.joining(" ")))
                .isEqualToIgnoringWhitespace(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT name FROM products",
                "CREATE TEMP TABLE customers (email text)",
                "CREATE TEMP TABLE pg_class (relname text)",
                "CREATE TABLE mine (a int)",
                "SELECT * FROM opaque",
                "SELECT * FROM pg_temp_7.mine",
                "SELECT * FROM pg_temp.nothing",
                "CREATE TEMP TABLE t () INHERITS (products)",
                "ALTER TABLE clean INHERIT events",
                "CREATE TRIGGER t BEFORE INSERT ON clean FOR EACH ROW EXECUTE FUNCTION tidy()",
                "ALTER TABLE mine RENAME b TO a2",
                "ALTER TABLE mine RENAME TO other",
                "ALTER TABLE mine ALTER COLUMN a TYPE text USING b",
                "ALTER TABLE mine ADD COLUMN c text GENERATED ALWAYS AS (b) STORED",
                "CREATE TEMP VIEW v AS SELECT email FROM customers; SELECT * FROM v",
                "DROP TABLE clean; SELECT a FROM clean",
                "BEGIN; CREATE TEMP TABLE t (a int); ROLLBACK; SELECT a FROM t",
                "CREATE TEMP TABLE t (a int); DISCARD ALL; SELECT a FROM t",
                "CREATE TEMP TABLE t (LIKE customers); SELECT * FROM t",
                "CREATE TEMP TABLE t (a text, b text GENERATED ALWAYS AS (a) STORED); SELECT * FROM t",
                "SELECT 'x'::clean"
            })
    void whatCannotBeFollowedIsNotUnderstood(String sql) {
        assertThat(Shop.understand(sql, SESSION).facts().problems()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TEMP TABLE t (a text PRIMARY KEY, b int DEFAULT 3, CHECK (b > 0)) ON COMMIT DROP",
                "CREATE TEMPORARY TABLE t (LIKE customers INCLUDING ALL)",
                "DROP TABLE mine, clean",
                "DROP TABLE IF EXISTS pg_temp.products",
                "TRUNCATE mine",
                "CREATE INDEX ON mine (a)",
                "ANALYZE mine",
                "ALTER TABLE clean ADD COLUMN c int DEFAULT 0, DROP COLUMN a",
                "INSERT INTO clean (a) VALUES ('x') RETURNING a",
                "COPY clean (a) FROM STDIN",
                "DELETE FROM mine USING public.products p WHERE p.id = 3 AND p.sku = mine.a"
            })
    void whatAnybodyDoesWithATemporaryTableIsUnderstood(String sql) {
        var facts = Shop.understand(sql, SESSION).facts();

        assertThat(facts.problems()).isEmpty();
    }

    @Test
    void guessesAboutACopyAreGuessesAboutTheSource() {
        var facts = Shop.understand("SELECT a FROM mine WHERE b = 'm@example.com'", SESSION)
                .facts();

        assertThat(facts.predicates())
                .singleElement()
                .satisfies(guess -> assertThat(guess.column()).isEqualTo(EMAIL));
    }

    @Test
    void aColumnOfATableThatTheSessionWasNotSeenMakingIsMaskedByItsType() {
        var found = Shop.SESSION.with(new Temporary(List.of(table("mine", "a")), Set.of(), Set.of(), Map.of()));

        assertThat(Shop.understand("SELECT a FROM mine", found).outputs().getFirst())
                .flatExtracting(OutputColumn::categories)
                .containsExactly(Category.UNCLASSIFIED);
    }

    @Test
    void whatIsGoneOutsideATransactionIsForgottenAndInsideItIsNot() {
        var before = SESSION.temporary();

        assertThat(before.now(List.of(), Set.of(), true).holds()).isEqualTo(before.holds());
        assertThat(before.now(List.of(), Set.of("mine"), false).holds()).isEqualTo(before.holds());
        assertThat(before.now(List.of(), Set.of(), false).holds()).isEmpty();
    }
}
