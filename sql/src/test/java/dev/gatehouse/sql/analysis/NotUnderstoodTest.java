package dev.gatehouse.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Slice;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is not followed is unknown, and says why.
class NotUnderstoodTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT c.row_to_json FROM customers c",
                "SELECT public.lower('x')",
                "SELECT nosuchfunction(1)",
                "SELECT tidy()",
                "SELECT rest()",
                "SELECT 1 OPERATOR(public.+) 2",
                "SELECT query_to_xml('SELECT * FROM customers', true, true, '')",
                "SELECT table_to_xml('customers', true, true, '')",
                "SELECT pg_read_file('/etc/passwd')",
                "SELECT lo_get(1)",
                "SELECT * FROM pg_stat_get_activity(NULL)",
                "SELECT * FROM pg_ls_dir('.')",
                "SELECT * FROM ts_stat('SELECT email FROM customers')",
                "SELECT set_config('search_path', email, false) FROM customers",
                "SELECT set_config('search_path', $1, false) FROM customers",
                "SELECT set_config('standard_conforming_strings', $1, false)",
                "SELECT set_config($1, 'x', false)",
                "SELECT set_config('search_path', $1, false); SELECT id FROM products",
                "SELECT set_config('standard_conforming_strings', 'off', false)",
                "SELECT set_config(name, 'off', false) FROM pg_settings WHERE name = 'standard_conforming_strings'",
                "SELECT set_config(name, 'x', false) FROM pg_settings WHERE name <> 'DateStyle'",
                "SELECT set_config(name, 'x', false) FROM pg_settings AS s (a, name) WHERE name = 'DateStyle'",
                "SELECT set_config(name, 'x', false) FROM pg_settings",
                "SELECT * FROM nosuchtable",
                "SELECT nosuchcolumn FROM customers",
                "SELECT id FROM customers a, customers b",
                "FETCH ALL FROM c",
                "EXECUTE p",
                "DO $$ DECLARE i int; BEGIN END $$",
                "DO $$ BEGIN EXECUTE 'DROP TABLE products'; END $$",
                "DO $$ BEGIN FOR i IN 1..3 LOOP NULL; END LOOP; END $$",
                "DO $$ BEGIN UPDATE products SET name = sqlerrm WHERE id = 1; END $$",
                "DO $$ BEGIN IF EXISTS (SELECT FROM customers WHERE id = 1 AND email = 'a') THEN NULL; END IF; END $$",
                "DO $$ BEGIN CREATE TABLE a (id int); UPDATE products SET name = 'a' WHERE id = 1; END $$",
                "DO $$ BEGIN PERFORM set_config('search_path', 'audit', false); END $$",
                "DO LANGUAGE plperl 'BEGIN NULL; END'",
                "CALL p()",
                "COPY customers TO STDOUT (ENCODING 'LATIN1')",
                "COPY customers TO STDOUT (FORMAT xlsx)",
                "COPY customers FROM STDIN (FORMAT binary)",
                "COPY products TO '/tmp/x'",
                "COPY products FROM PROGRAM 'id'",
                "CREATE VIEW patients AS SELECT email FROM customers",
                "CREATE OR REPLACE VIEW customers AS SELECT email AS segment FROM customers",
                "INSERT INTO products (name) SELECT email FROM customers WHERE id = 1",
                "INSERT INTO products (name) VALUES ((SELECT email FROM customers WHERE id = 1))",
                "UPDATE customers SET segment = email WHERE id = 1",
                "UPDATE customers SET segment = full_name || '' WHERE id = 1",
                "UPDATE products SET name = c.email FROM customers c WHERE c.id = products.id",
                "UPDATE customers SET (segment, country) = (SELECT email, phone FROM customers WHERE id = 2) WHERE id = 1",
                "INSERT INTO customers (segment) VALUES ('x') ON CONFLICT (id) DO UPDATE SET segment = customers.email",
                "MERGE INTO products p USING customers c ON p.id = c.id WHEN MATCHED THEN UPDATE SET name = c.email",
                "CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'",
                "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT 1'; SELECT f()",
                "ALTER FUNCTION tidy() IMMUTABLE",
                "ALTER TABLE products ALTER name SET DEFAULT email_of(7)",
                "CREATE RULE r AS ON SELECT TO products DO INSTEAD SELECT email FROM customers",
                "CREATE OPERATOR = (LEFTARG = text, RIGHTARG = text, FUNCTION = texteq)",
                "ALTER TABLE customers RENAME COLUMN email TO segment",
                "ALTER SCHEMA public RENAME TO elsewhere",
                "ALTER TYPE parts RENAME ATTRIBUTE a TO b CASCADE",
                "ALTER TABLE customers ALTER COLUMN email TYPE int USING length(email)",
                "ALTER TABLE customers ALTER COLUMN email TYPE varchar(5)",
                "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.a := NEW.b; RETURN NEW; END'",
                "ALTER TABLE customers INHERIT products",
                "ALTER TABLE customers ALTER COLUMN segment TYPE text USING email",
                "ALTER TABLE events ATTACH PARTITION customers DEFAULT",
                "ALTER TABLE customers ADD COLUMN copy text GENERATED ALWAYS AS (email) STORED",
                "SET standard_conforming_strings = off",
                "SET client_encoding = 'LATIN1'",
                "SET NAMES 'SJIS'",
                "SET session_replication_role = replica",
                "SET search_path = audit; COMMIT; SELECT * FROM entries",
                "RESET search_path; SELECT * FROM customers WHERE id = 1",
                "CREATE TABLE t (id int); SELECT email FROM customers WHERE id = 1",
                "EXPLAIN ANALYZE EXECUTE p",
                "SELECT 1; SELECT nosuchfunction(1)"
            })
    void isUnknownWithAReason(String sql) {
        var facts = Shop.understand(sql).facts();

        assertThat(facts.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(facts.problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).endsWith("."));
    }

    @Test
    void whatIsNotUtf8OrHasANulIsNotLookedAt() {
        for (byte[] bytes : List.of(new byte[] {'S', (byte) 0xff}, new byte[] {'S', 0, 'x'})) {
            var understood = Shop.ANALYSER.analyse(Slice.of(bytes), Shop.SESSION, Shop.CATALOGUE, Shop.CLASSIFICATION);

            assertThat(understood.facts().effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(understood.facts().problems().getFirst()).contains("UTF-8");
        }
    }

    @Test
    void aSyntaxErrorSaysWhere() {
        var understood = Shop.understand("SELECT 1;\nSELEC 2");

        assertThat(understood.facts().effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(understood.syntaxError()).hasValueSatisfying(error -> {
            assertThat(error.message()).contains("SELEC");
            assertThat(error.position()).isEqualTo(11);
        });
    }

    @Test
    void anUnknownNameAsksForAFreshCatalogue() {
        assertThat(Shop.understand("SELECT * FROM nosuchtable").unknownRelation())
                .isTrue();
        assertThat(Shop.understand("SELECT * FROM customers").unknownRelation()).isFalse();
    }

    @Test
    void aNameThatDoesNotExistIsCalledAsTheServerWould() {
        assertThat(Shop.understand("SELECT * FROM nosuchtable").missing())
                .contains(new Missing("42P01", "relation \"nosuchtable\" does not exist"));
        assertThat(Shop.understand("SELECT nosuch FROM customers").missing())
                .contains(new Missing("42703", "column \"nosuch\" does not exist"));
        assertThat(Shop.understand("SELECT c.nosuch FROM customers c").missing())
                .contains(new Missing("42703", "column c.nosuch does not exist"));
        assertThat(Shop.understand("SELECT x.id FROM customers c").missing())
                .contains(new Missing("42P01", "missing FROM-clause entry for table \"x\""));
        assertThat(Shop.understand("UPDATE products SET nosuch = 1 WHERE id = 1")
                        .missing())
                .contains(new Missing("42703", "column \"nosuch\" of relation \"products\" does not exist"));
        assertThat(Shop.understand("SELECT nosuch FROM customers; SELECT 1").missing())
                .isEmpty();
        assertThat(Shop.understand("SELECT nosuch, tidy() FROM customers").missing())
                .isEmpty();
    }

    @Test
    void aTemporaryTableMayHideAnother() {
        var session = new SessionView(
                List.of("public"), "agent", new Temporary(List.of(), Set.of("products"), Set.of(), Map.of()), false);

        assertThat(Shop.understand("SELECT * FROM products", session).facts().effect())
                .isEqualTo(Effect.UNKNOWN);
        assertThat(Shop.understand("SELECT * FROM public.products", session)
                        .facts()
                        .effect())
                .isEqualTo(Effect.READ);
    }

    @Test
    void afterUncommittedChangesMaskedTablesCannotBeRead() {
        var session = new SessionView(List.of("public"), "agent", Temporary.NONE, true);

        assertThat(Shop.understand("SELECT id FROM customers WHERE id = 1", session)
                        .facts()
                        .effect())
                .isEqualTo(Effect.UNKNOWN);
        assertThat(Shop.understand("SELECT id FROM products", session).facts().effect())
                .isEqualTo(Effect.READ);
    }

    @Test
    void aTextTooDeepOrTooLargeIsRefusedAndNothingElse() {
        String deep = "SELECT " + "(".repeat(20_000) + "1" + ")".repeat(20_000);
        String nested = "SELECT " + "1+".repeat(5_000) + "1";
        String twice = "WITH a AS (SELECT * FROM customers)";
        for (int i = 0; i < 40; i++) {
            char name = (char) ('a' + i % 26);
            twice += ", " + name + i + " AS (SELECT 1 FROM " + before(i) + " x, " + before(i) + " y)";
        }

        for (String sql : List.of(deep, nested, twice + " SELECT * FROM " + before(40))) {
            assertThat(Shop.understand(sql).facts().effect()).isEqualTo(Effect.UNKNOWN);
        }
        assertThat(Shop.understand("SELECT 1").facts().effect()).isEqualTo(Effect.READ);
    }

    private static String before(int i) {
        return i == 0 ? "a" : (char) ('a' + (i - 1) % 26) + String.valueOf(i - 1);
    }
}
