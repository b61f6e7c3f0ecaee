package dev.gatehouse.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What conditions, orders and computations tell about values that are masked.
class PredicatesTest {
    private static Stream<Arguments> predicates() {
        return Cases.of("""
            SELECT id FROM customers WHERE email = 'x'                     | email:EQUALITY
            SELECT id FROM customers WHERE email = $1                      | email:EQUALITY
            SELECT id FROM customers WHERE email IN ('a', $1)              | email:EQUALITY
            SELECT id FROM customers WHERE email = ANY ($1)                | email:EQUALITY
            SELECT id FROM customers WHERE lower(email) = lower($1)        | email:EQUALITY
            SELECT id FROM customers WHERE email IS NOT NULL               | email:NULL_TEST
            SELECT count(email) FROM customers                             | email:NULL_TEST
            SELECT 1 FROM customers a JOIN customers b ON a.email = b.email | email:JOIN
            SELECT 1 FROM customers a JOIN customers b USING (email)       | email:JOIN
            SELECT id FROM customers WHERE email IN (SELECT email FROM customers) | email:JOIN
            SELECT email, count(*) FROM customers GROUP BY email           |
            SELECT DISTINCT email FROM customers                           |
            SELECT DISTINCT left(email, 2) FROM customers                  | email:OTHER
            SELECT count(DISTINCT email) FROM customers                    | email:NULL_TEST
            SELECT count(DISTINCT left(email, 2)) FROM customers           | email:OTHER
            SELECT substring(email from '^a') FROM customers               |
            CREATE TABLE t AS SELECT substring(email from '^a') AS a FROM customers | email:OTHER
            EXPLAIN ANALYZE SELECT email FROM customers                    |
            EXPLAIN ANALYZE SELECT replace(email, 'a', 'aaaa') FROM customers | email:OTHER
            EXPLAIN ANALYZE SELECT id FROM (SELECT id, left(email, 2) AS b FROM customers OFFSET 0) x ORDER BY id | email:OTHER
            EXPLAIN SELECT replace(email, 'a', 'aaaa') FROM customers      |
            SELECT id FROM customers WHERE segment = 'x' AND id > 5        |
            SELECT upper(email), left(email, 1) FROM customers             |
            SELECT id FROM customers WHERE email LIKE 'a%'                 | email:OTHER
            SELECT id FROM customers WHERE email > 'a'                     | email:OTHER
            SELECT id FROM customers WHERE email BETWEEN 'a' AND 'b'       | email:OTHER
            SELECT id FROM customers WHERE email ~ '^a'                    | email:OTHER
            SELECT id FROM customers WHERE left(email, 1) = 'a'            | email:OTHER
            SELECT id FROM customers WHERE length(email) = 5               | email:OTHER
            SELECT id FROM customers WHERE starts_with(email, 'a')         | email:OTHER
            SELECT id FROM customers ORDER BY email                        | email:OTHER
            SELECT email AS id FROM customers ORDER BY id                  | email:OTHER
            SELECT email FROM customers ORDER BY 1                         | email:OTHER
            SELECT rank() OVER (ORDER BY email) FROM customers             | email:OTHER
            SELECT DISTINCT ON (left(email, 1)) id FROM customers          | email:OTHER
            SELECT count(*) FROM customers GROUP BY left(email, 1)         | email:OTHER
            SELECT count(*) FROM customers HAVING max(email) > 'm'         | email:OTHER
            SELECT count(*) FILTER (WHERE email > 'm') FROM customers      | email:OTHER
            SELECT count(nullif(left(email, 1), 'a')) FROM customers       | email:OTHER
            SELECT nullif(left(email, 1), 'a') IS NULL FROM customers      | email:OTHER
            SELECT CASE WHEN email = 'x' THEN 1 END FROM customers         | email:EQUALITY email:OTHER
            SELECT CASE email WHEN 'x' THEN 1 END FROM customers           | email:EQUALITY email:OTHER
            SELECT email::int FROM customers                               | email:OTHER
            SELECT 1 / (length(email) - 5) FROM customers                  | email:OTHER
            SELECT pg_sleep(ascii(email)) FROM customers                   | email:OTHER
            SELECT repeat('x', ascii(email)) FROM customers                | email:OTHER
            SELECT date_trunc(email, now()) FROM customers                 | email:OTHER
            SELECT generate_series(1, ascii(email)) FROM customers         | email:OTHER
            SELECT id FROM customers LIMIT (SELECT ascii(email) FROM customers WHERE id = 1) | email:OTHER
            SELECT email FROM customers INTERSECT SELECT 'x'               | email:EQUALITY
            SELECT email FROM customers EXCEPT (SELECT 'x' UNION SELECT 'y') | email:OTHER
            SELECT id FROM customers JOIN (VALUES ('x'), ('y')) v(e) ON e = email | email:OTHER
            SELECT id FROM customers JOIN generate_series(1, 9) g ON email = 'u' || g | email:OTHER
            SELECT id FROM customers WHERE email IN (SELECT 'u' || g FROM generate_series(1, 9) g) | email:OTHER
            SELECT id FROM customers WHERE EXISTS (SELECT 1 WHERE email LIKE 'a%') | email:OTHER
            SELECT id FROM customers WHERE ROW(email, id) < ROW('m', 5)    | email:OTHER
            UPDATE products SET price = 1 FROM customers WHERE email LIKE 'a%' AND products.id = 1 | email:OTHER
            INSERT INTO customers (email) VALUES ('x') ON CONFLICT (email) DO NOTHING | email:EQUALITY
            ALTER TABLE customers ADD CHECK (email NOT LIKE 'a%')          | email:OTHER
            CREATE UNIQUE INDEX ON customers (left(email, 1))              | email:OTHER
            EXPLAIN SELECT 1 FROM customers WHERE email > 'm'              | email:OTHER
            SELECT contact FROM loud_contacts WHERE id = 5                 |
            SELECT id FROM customer_contacts WHERE contact = 'x'           | email:EQUALITY
            SELECT id FROM customer_contacts WHERE contact LIKE 'x%'       | email:OTHER
            SELECT 1 FROM customers c JOIN products p ON p.name = c.email  | email:OTHER
            SELECT 1 FROM customers c WHERE email IN (SELECT name FROM products) | email:OTHER
            SELECT 1 FROM patients p JOIN customers c ON c.id = p.customer_id | customer_id:JOIN
            SELECT shout(email) FROM customers                             |
            SELECT similarity(email, 'x') FROM customers                   | email:OTHER
            SELECT * FROM people_of('AT')                                  |
            SELECT jsonb_path_query(to_jsonb(email), '$') FROM customers   | email:OTHER
            SELECT regexp_matches(email, '^a') FROM customers              | email:OTHER
            SELECT unnest(string_to_array(email, 'a')) FROM customers      | email:OTHER
            SELECT jsonb_each_text(to_jsonb(c)) FROM customers c           | birth_date:OTHER email:OTHER full_name:OTHER note:OTHER phone:OTHER
            SELECT json_exists(attrs, '$.a') FROM products                 |
            SELECT json_value(to_json(email), '$') FROM customers          | email:OTHER
            PREPARE p AS SELECT 1 FROM customers WHERE email = $1; EXECUTE p('x') | email:EQUALITY
            MERGE INTO products p USING customers c ON p.id = c.id AND c.email LIKE 'a%' WHEN MATCHED THEN DELETE | email:OTHER
            SELECT id FROM customers WHERE note = 'x' AND visits > 5       | note:EQUALITY""");
    }

    @ParameterizedTest
    @MethodSource("predicates")
    void whatIsAskedAboutMaskedValuesIsOnRecord(String sql, String expected) {
        var facts = Shop.understand(sql).facts();

        assertThat(facts.problems()).isEmpty();
        assertThat(facts.predicates().stream()
                        .map(predicate -> predicate.column().column() + ":" + predicate.form())
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }
}
