package dev.gatehouse.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Migrations that come as one text: later statements speak of what earlier ones make.
class MadeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE \"User\" (\"id\" SERIAL NOT NULL, \"email\" TEXT NOT NULL, CONSTRAINT \"User_pkey\" PRIMARY KEY (\"id\"));"
                        + " CREATE UNIQUE INDEX \"User_email_key\" ON \"User\"(\"email\")",
                "CREATE TABLE a (id int PRIMARY KEY, x text); INSERT INTO a VALUES (1, 'a'), (2, 'b'); INSERT INTO a (x) VALUES ('c')",
                "CREATE TABLE p (id serial PRIMARY KEY); CREATE TABLE c (p_id int); ALTER TABLE c ADD FOREIGN KEY (p_id) REFERENCES p (id)",
                "DROP TABLE IF EXISTS products; CREATE TABLE products (other int); INSERT INTO products (other) VALUES (1)",
                "ALTER TABLE products ADD COLUMN fresh int; UPDATE products SET fresh = 1 WHERE id < 5; ALTER TABLE products ALTER COLUMN fresh SET NOT NULL",
                "ALTER TABLE customers ADD COLUMN fresh text; CREATE INDEX ON customers (fresh)",
                "BEGIN; CREATE TABLE a (id int, gone timestamptz); CREATE INDEX ON a (id) WHERE gone > now(); COMMIT; COMMENT ON TABLE a IS 'x'",
                "CREATE SEQUENCE s; CREATE TABLE a (id int DEFAULT nextval('s')); ALTER SEQUENCE s OWNED BY a.id; SELECT setval('s', 5)",
                "CREATE TABLE a (id serial); SELECT setval('a_id_seq', 5)",
                "CREATE TABLE a (id int) PARTITION BY RANGE (id); CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (0) TO (10)",
                "CREATE TABLE IF NOT EXISTS a (id int PRIMARY KEY, dirty boolean); TRUNCATE a; INSERT INTO a VALUES (1, false) ON CONFLICT DO NOTHING",
                "CREATE TABLE public.a (s text); COMMENT ON COLUMN a.s IS 'x'; ALTER TABLE a ADD COLUMN z int; INSERT INTO a (z) VALUES (1); DROP TABLE a",
                "CREATE TABLE a (id int); INSERT INTO a SELECT id FROM products WHERE id < 4",
            })
    void areFollowed(String sql) {
        assertThat(Shop.understand(sql).facts().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE a (x text); SELECT x FROM a",
                "CREATE TABLE a (x text); COPY a TO STDOUT",
                "CREATE TABLE a (x text); INSERT INTO a VALUES ('y') RETURNING x",
                "CREATE TABLE a (x text); INSERT INTO products (name) SELECT x FROM a",
                "CREATE TABLE a (x text); UPDATE a SET x = 'y'",
                "CREATE TABLE a (x text); DELETE FROM a WHERE x = 'y'",
                "CREATE TABLE a (x text); MERGE INTO a USING products p ON a.x = p.name WHEN MATCHED THEN DELETE",
                "CREATE TABLE a (x text); INSERT INTO a SELECT email FROM customers WHERE id = 5",
                "CREATE TABLE a (x text CHECK (x > 'm')); INSERT INTO a SELECT email FROM customers WHERE id = 5",
                "CREATE TABLE a (x text); ALTER TABLE a RENAME COLUMN x TO y; INSERT INTO a (y) VALUES ('z')",
                "CREATE TABLE a (x text); ALTER TABLE a RENAME TO b; INSERT INTO b VALUES ('z')",
                "CREATE TABLE a (x text); DROP TABLE a; INSERT INTO a VALUES ('z')",
                "BEGIN; CREATE TABLE a (x text); ROLLBACK; INSERT INTO a VALUES ('z')",
                "CREATE TABLE a (LIKE customers); INSERT INTO a (email) VALUES ('z')",
                "CREATE TABLE a () INHERITS (customers); INSERT INTO a (email) VALUES ('z')",
                "CREATE SCHEMA later; CREATE TABLE a (x text); INSERT INTO a VALUES ('z')",
                "ALTER TABLE products ADD COLUMN fresh text; SELECT fresh FROM products",
                "ALTER TABLE products ADD COLUMN fresh text; UPDATE products SET name = fresh WHERE id = 5",
                "ALTER TABLE customers ADD COLUMN fresh text; UPDATE customers SET fresh = email WHERE id = 5",
                "CREATE TABLE a (x text); CREATE TEMP TABLE a (x text)",
                "ALTER TABLE customers INHERIT a",
                "CREATE TABLE a (email text); ALTER TABLE customers INHERIT a",
            })
    void areNotRead(String sql) {
        assertThat(Shop.understand(sql).facts().problems()).isNotEmpty();
    }
}
