package dev.gatehouse.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `sql.filtered`: a condition that really restricts each personal table read and each table written.
class FilteredTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM customers WHERE id = 5",
                "SELECT * FROM customers WHERE id = $1",
                "SELECT * FROM customers WHERE $1 = id",
                "SELECT * FROM customers WHERE id < 20",
                "SELECT * FROM customers WHERE id BETWEEN 1 AND 9",
                "SELECT * FROM customers WHERE id IN (1, 2, $3)",
                "SELECT * FROM customers WHERE id = ANY ($1)",
                "SELECT * FROM customers WHERE lower(email) = 'x'",
                "SELECT * FROM customers WHERE full_name LIKE 'Jane%'",
                "SELECT * FROM customers WHERE created_at > now() - interval '1 day'",
                "SELECT * FROM customers WHERE true AND id = 5",
                "SELECT * FROM customers WHERE id = 5 OR email = 'x'",
                "SELECT * FROM customers WHERE (id, email) = (5, 'x')",
                "SELECT * FROM customers WHERE (id, email) IN ((5, 'x'), (6, 'y'))",
                "SELECT * FROM customers WHERE id IS NOT DISTINCT FROM 5",
                "SELECT * FROM (SELECT * FROM customers) s WHERE id < 20",
                "SELECT * FROM (SELECT * FROM customers WHERE id < 20) s",
                "WITH c AS (SELECT * FROM customers) SELECT * FROM c WHERE id = 5",
                "WITH c AS (SELECT * FROM customers WHERE id = 5) SELECT * FROM c",
                "SELECT * FROM customers c JOIN payments p ON p.customer_id = c.id WHERE c.id = 5",
                "SELECT * FROM customers c JOIN payments p ON p.customer_id = c.id AND p.id = 5",
                "SELECT * FROM customers JOIN payments USING (id) WHERE id = 5",
                "SELECT * FROM customers c, payments p WHERE p.customer_id = c.id AND p.id = 5",
                "SELECT * FROM payments p LEFT JOIN customers c ON c.id = p.customer_id WHERE p.id = 5",
                "SELECT * FROM customers WHERE id IN (SELECT customer_id FROM payments WHERE id < 9)",
                "SELECT * FROM customers c WHERE EXISTS (SELECT 1 FROM payments p WHERE p.customer_id = c.id AND p.id = 5)",
                "SELECT * FROM customers WHERE id IN (VALUES (1), (2))",
                "SELECT * FROM customers c JOIN (VALUES (1), (2)) v(id) ON v.id = c.id",
                "SELECT * FROM customers c JOIN unnest($1::int[]) u(id) ON u.id = c.id",
                "SELECT * FROM customers c JOIN products p ON p.id = c.visits WHERE p.id = 5",
                "SELECT * FROM customers WHERE id = (SELECT customer_id FROM payments WHERE id = 5)",
                "SELECT * FROM customers WHERE id = 5 UNION ALL SELECT * FROM customers WHERE id = 6",
                "SELECT * FROM (SELECT id FROM customers UNION SELECT customer_id FROM payments) u WHERE id = 5",
                "SELECT * FROM products",
                "SELECT 1",
                "INSERT INTO customers (email) VALUES ('x')",
                "INSERT INTO products (name) SELECT name FROM products WHERE id = 5",
                "INSERT INTO products (id) SELECT g FROM generate_series(1, 9) g",
                "UPDATE products SET price = 1 WHERE id = 5",
                "UPDATE payments SET status = 'x' FROM customers c WHERE c.id = payments.customer_id AND c.email = $1",
                "DELETE FROM payments USING customers c WHERE c.id = customer_id AND c.id = 5",
                "WITH d AS (DELETE FROM payments WHERE id = 5 RETURNING *) SELECT * FROM d",
                "SELECT * FROM products WHERE id = 5 FOR UPDATE",
                "SELECT * FROM customer_contacts WHERE id = 5",
                "SELECT contact FROM loud_contacts WHERE id = 5",
                "SELECT * FROM people_of('AT')",
                "SELECT * FROM people_of('AT') WHERE since > now()",
                "DECLARE c CURSOR FOR SELECT * FROM customers WHERE id < 20; FETCH ALL FROM c",
                "PREPARE p AS SELECT * FROM customers WHERE id = $1; EXECUTE p(5)",
                "DELETE FROM customers WHERE CURRENT OF c",
                "MERGE INTO products p USING (VALUES (1, 'x')) v(id, name) ON p.id = v.id WHEN MATCHED THEN UPDATE SET name = v.name",
                "MERGE INTO products p USING (SELECT id FROM products WHERE id = 1) s ON p.id = s.id WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id)",
                "CREATE VIEW v AS SELECT id, email FROM customers",
                "EXPLAIN SELECT * FROM customers",
                "EXPLAIN DELETE FROM customers"
            })
    void countsAsFiltered(String sql) {
        var facts = Shop.understand(sql).facts();

        assertThat(facts.problems()).isEmpty();
        assertThat(facts.filtered()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM customers",
                "SELECT id FROM customers",
                "SELECT * FROM customers LIMIT 10",
                "SELECT * FROM customer_contacts",
                "SELECT * FROM customer_counts, customers",
                "DECLARE c CURSOR FOR SELECT * FROM customers; FETCH 5 FROM c",
                "PREPARE p AS SELECT * FROM customers; EXECUTE p",
                "MERGE INTO products p USING payments o ON p.id = o.id WHEN MATCHED THEN DELETE",
                "MERGE INTO products p USING (VALUES (1)) v(id) ON p.id = v.id WHEN NOT MATCHED BY SOURCE THEN DELETE",
                "MERGE INTO products p USING (VALUES (1)) v(id) ON true WHEN MATCHED THEN DELETE",
                "SELECT * FROM customers WHERE true",
                "SELECT * FROM customers WHERE 1 = 1",
                "SELECT * FROM customers WHERE id = id",
                "SELECT * FROM customers WHERE id > id - 1",
                "SELECT * FROM customers WHERE id = coalesce(NULL, id)",
                "SELECT * FROM customers WHERE id IN (id, 5)",
                "SELECT * FROM customers WHERE id = ANY (ARRAY[id])",
                "SELECT * FROM customers WHERE id = (SELECT id)",
                "SELECT * FROM customers WHERE id IN (SELECT id FROM customers)",
                "SELECT * FROM customers c WHERE id IN (SELECT c.id)",
                "SELECT * FROM customers c WHERE id = (SELECT d.id FROM customers d WHERE d.id = c.id)",
                "SELECT * FROM customers WHERE id >= (SELECT min(id) FROM customers WHERE id = 1)",
                "SELECT * FROM customers WHERE email IS NOT NULL",
                "SELECT * FROM customers WHERE id <> 5",
                "SELECT * FROM customers WHERE NOT (id = 5)",
                "SELECT * FROM customers WHERE id NOT IN (5)",
                "SELECT * FROM customers WHERE id = 5 OR true",
                "SELECT * FROM customers WHERE id = 5 OR 1 = 1",
                "SELECT * FROM customers WHERE id = 5 OR email IS NOT NULL",
                "SELECT * FROM customers WHERE full_name LIKE '%'",
                "SELECT * FROM customers WHERE full_name LIKE '%_%'",
                "SELECT * FROM customers WHERE full_name LIKE $1",
                "SELECT * FROM customers WHERE left(email, 0) = ''",
                "SELECT * FROM customers WHERE CASE WHEN id = 5 THEN true ELSE true END",
                "SELECT * FROM customers WHERE (id = 5) IS NOT NULL",
                "SELECT * FROM customers WHERE coalesce(id = 5, true)",
                "SELECT * FROM customers WHERE EXISTS (SELECT 1)",
                "SELECT * FROM customers WHERE EXISTS (SELECT 1 FROM payments WHERE id = 5)",
                "SELECT * FROM customers c WHERE NOT EXISTS (SELECT 1 FROM payments p WHERE p.customer_id = c.id AND p.id = 5)",
                "SELECT * FROM customers c WHERE EXISTS (SELECT count(*) FROM payments p WHERE p.customer_id = c.id AND p.id = 5)",
                "SELECT * FROM customers c WHERE EXISTS (SELECT 1 FROM payments p WHERE p.customer_id = c.id)",
                "SELECT * FROM customers c JOIN payments p ON p.customer_id = c.id",
                "SELECT * FROM customers c LEFT JOIN payments p ON p.customer_id = c.id AND p.id = 5",
                "SELECT * FROM customers c LEFT JOIN payments p ON p.customer_id = c.id AND c.id = 5",
                "SELECT * FROM customers c FULL JOIN payments p ON p.customer_id = c.id AND c.id = 5",
                "SELECT * FROM customers c, payments p WHERE p.id = 5",
                "SELECT * FROM customers c JOIN products p ON p.id = c.visits",
                "SELECT * FROM customers c JOIN generate_series(1, 99999) g ON g = c.id",
                "SELECT * FROM customers WHERE id = 5 UNION ALL SELECT * FROM customers",
                "WITH c AS (SELECT * FROM customers) SELECT * FROM c WHERE id = 5 UNION ALL SELECT * FROM c",
                "WITH c AS (SELECT * FROM customers) SELECT 1",
                "SELECT (SELECT max(email) FROM customers)",
                "SELECT * FROM (SELECT count(*) OVER () n FROM customers) s WHERE n = 5",
                "SELECT * FROM customers HAVING true",
                "SELECT count(*) FROM customers GROUP BY id HAVING id = 5",
                "DELETE FROM products",
                "UPDATE products SET price = 1",
                "UPDATE products SET price = 1 WHERE true",
                "UPDATE products SET price = 1 FROM products p WHERE p.id = 5",
                "INSERT INTO products (name) SELECT name FROM products",
                "INSERT INTO products (id) VALUES ((SELECT max(id) FROM customers))",
                "WITH d AS (DELETE FROM products RETURNING *) SELECT * FROM d WHERE id = 5",
                "SELECT * FROM products FOR UPDATE",
                "SELECT 1; DELETE FROM products",
                "EXPLAIN ANALYZE DELETE FROM products",
                "EXPLAIN SELECT 1; DELETE FROM products",
                "DELETE FROM products; EXPLAIN SELECT 1",
                "SELECT * FROM customers c WHERE NOT EXISTS (SELECT 1 FROM products a JOIN products b ON c.id = 5)",
                "SELECT c.*, (SELECT 1 FROM products a JOIN products b ON c.id = 5) FROM customers c",
                "SELECT * FROM customers c WHERE EXISTS (SELECT 1 FROM payments p WHERE p.id = 5 AND p.customer_id = c.id HAVING true)",
                "SELECT * FROM customers c WHERE EXISTS (SELECT 1 FROM payments p WHERE c.id = 5 ORDER BY count(*))",
                "CREATE MATERIALIZED VIEW v AS SELECT id, email FROM customers",
                "TRUNCATE products"
            })
    void doesNotCountAsFiltered(String sql) {
        var facts = Shop.understand(sql).facts();

        assertThat(facts.problems()).isEmpty();
        assertThat(facts.filtered()).isFalse();
    }
}
