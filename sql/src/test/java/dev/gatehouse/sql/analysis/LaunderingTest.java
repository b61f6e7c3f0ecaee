package dev.gatehouse.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.Classification;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.Predicate;
import dev.gatehouse.model.Slice;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is copied takes its category along.
class LaunderingTest {
    private static Stream<Arguments> copies() {
        return Cases.of("""
            CREATE TABLE t AS SELECT id, email AS e FROM customers         | public.t.e=contact.email
            CREATE TABLE t (a, b) AS SELECT id, upper(phone) FROM customers | public.t.b=contact.phone
            SELECT length(full_name) AS n INTO audit.t FROM customers      | audit.t.n=identity.name
            CREATE TABLE t AS SELECT length(note) AS n, note FROM customers | public.t.n=unclassified
            CREATE TABLE t AS SELECT id, price FROM products               |
            INSERT INTO products (stock) SELECT length(email) FROM customers WHERE id = 1 | public.products.stock=contact.email
            INSERT INTO customers (email) SELECT email FROM customers WHERE id = 1 |
            UPDATE customers SET note = email WHERE id = 1                 | public.customers.note=contact.email
            UPDATE customers SET visits = CASE WHEN email = 'm' THEN 1 ELSE 0 END WHERE id = 1 | public.customers.visits=contact.email
            UPDATE products SET price = p.amount FROM payments p WHERE p.id = products.id |
            MERGE INTO audit.entries e USING customers c ON c.id = e.id WHEN NOT MATCHED THEN INSERT VALUES (c.id, c.email) | audit.entries.who=contact.email
            ALTER TABLE customers RENAME COLUMN email TO e                 | public.customers.e=contact.email
            ALTER INDEX audit.entries RENAME TO entries2                   |
            DO 'BEGIN UPDATE customers SET note = email WHERE id = 1; END' | public.customers.note=contact.email
            CREATE VIEW v AS SELECT email FROM customers                   |
            CREATE MATERIALIZED VIEW v AS SELECT email FROM customers      |
            CREATE SCHEMA s CREATE VIEW v AS SELECT email FROM customers   |""");
    }

    @ParameterizedTest
    @MethodSource("copies")
    void aColumnThatNobodyClassifiedInherits(String sql, String expected) {
        var understood = Shop.understand(sql);

        assertThat(understood.facts().problems()).isEmpty();
        assertThat(understood.changes().stream()
                        .flatMap(
                                change -> change instanceof SessionChange.Inherits(ColumnName column, Category category)
                                        ? Stream.of(column + "=" + category)
                                        : Stream.empty())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void whatWasInheritedIsMaskedAndNotShownInPart() {
        var copied = new ColumnName("public", "products", "stock");
        Classification inheriting = new Classification() {
            @Override
            public Classified of(ColumnName column) {
                return Shop.CLASSIFICATION.of(column);
            }

            @Override
            public Set<Category> inherited(ColumnName column) {
                return column.equals(copied) ? Set.of(Category.EMAIL) : Set.of();
            }
        };

        var output = Shop.ANALYSER
                .analyse(Slice.utf8("SELECT stock FROM products"), Shop.SESSION, Shop.CATALOGUE, inheriting)
                .outputs()
                .getFirst()
                .getFirst();

        assertThat(output.categories()).containsExactly(Category.EMAIL);
        assertThat(output.plain()).isFalse();
    }

    @Test
    void whatIsNullByItsValueIsShownMaskedAndStoredNowhere() {
        for (String sparse : List.of(
                "substring(email from '^a')",
                "(string_to_array(email, 'b'))[2]",
                "to_jsonb(string_to_array(email, 'b')) ->> 1",
                "array_position(string_to_array(email, NULL), 'b')")) {
            var shown = Shop.understand("SELECT " + sparse + " FROM customers WHERE id = 1");
            assertThat(shown.facts().predicates()).as(sparse).isEmpty();
            assertThat(shown.outputs().getFirst().getFirst().plain()).isFalse();

            var stored =
                    Shop.understand("CREATE TABLE parts AS SELECT " + sparse + " AS v FROM customers WHERE id = 1");
            assertThat(stored.facts().predicates())
                    .as(sparse)
                    .extracting(Predicate::form)
                    .contains(Predicate.Form.OTHER);
        }
        var places = Shop.understand(
                "CREATE TABLE parts AS SELECT substring(email from 1 for 3) AS v FROM customers WHERE id = 1");
        assertThat(places.facts().predicates()).isEmpty();
    }

    @Test
    void rowsThatAreOneTellOfPartsAndNotOfWholeValues() {
        assertThat(Shop.understand("SELECT DISTINCT email, id FROM customers WHERE id = 1")
                        .facts()
                        .predicates())
                .isEmpty();
        assertThat(Shop.understand("SELECT DISTINCT left(email, 2) FROM customers WHERE id IN (1, 2)")
                        .facts()
                        .predicates())
                .extracting(Predicate::form)
                .contains(Predicate.Form.OTHER);
    }

    @Test
    void returningShowsWhatWasPutThere() {
        var output = Shop.understand("UPDATE customers SET note = email WHERE id = 1 RETURNING id, note")
                .outputs()
                .getFirst();

        assertThat(output.getFirst().categories()).isEmpty();
        assertThat(new HashSet<>(output.get(1).categories())).contains(Category.EMAIL);
        assertThat(output.get(1).plain()).isFalse();
    }

    @Test
    void aLaterStatementOfTheSameTextSeesIt() {
        var understood = Shop.understand(
                "UPDATE customers SET visits = length(email) WHERE id = 1; SELECT visits FROM customers WHERE id = 1");

        assertThat(understood.outputs().get(1).getFirst().categories()).contains(Category.EMAIL);
    }
}
