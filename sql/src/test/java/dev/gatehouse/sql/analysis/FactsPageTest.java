package dev.gatehouse.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of statements on the page about facts is what the analyser says of them. To write it anew:
/// `JAVA_TOOL_OPTIONS=-Dgatehouse.rewrite=true mvn test -pl sql -am -Dtest=FactsPageTest`.
class FactsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "facts.md");
    private static final String BEGIN = "<!-- statements: written by FactsPageTest -->\n";
    private static final String END = "<!-- end of statements -->";

    private static final List<String> STATEMENTS = List.of(
            "BEGIN",
            "COMMIT",
            "ROLLBACK TO SAVEPOINT a",
            "PREPARE TRANSACTION 'a'",
            "SET search_path = public",
            "SET ROLE reporting",
            "RESET SESSION AUTHORIZATION",
            "SHOW work_mem",
            "DISCARD ALL",
            "LISTEN news",
            "NOTIFY news",
            "SELECT set_config('work_mem', '8MB', false)",
            "SELECT set_config('role', 'reporting', false)",
            "SELECT id FROM customers WHERE id = 7",
            "SELECT count(*) FROM customers",
            "TABLE products",
            "VALUES (1)",
            "SELECT id FROM customers WHERE id = 7 FOR UPDATE",
            "SELECT nextval('numbers')",
            "SELECT pg_advisory_lock(1)",
            "SELECT pg_notify('news', 'x')",
            "SELECT pg_terminate_backend(1)",
            "SELECT random(), clock_timestamp(), gen_random_uuid()",
            "DECLARE c CURSOR FOR SELECT id FROM customers WHERE id = 7",
            "PREPARE p AS SELECT id FROM customers WHERE id = $1",
            "EXPLAIN DELETE FROM products",
            "EXPLAIN ANALYZE DELETE FROM products WHERE id = 7",
            "INSERT INTO products (id, name) VALUES (1, 'a')",
            "INSERT INTO products (id) SELECT id FROM payments",
            "INSERT INTO products (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET name = 'a'",
            "UPDATE products SET name = 'a' WHERE id = 7",
            "UPDATE products SET name = 'a'",
            "DELETE FROM products",
            "MERGE INTO products p USING payments a ON a.id = p.id WHEN MATCHED THEN DO NOTHING",
            "WITH gone AS (DELETE FROM products WHERE id = 7 RETURNING id) SELECT id FROM gone",
            "LOCK TABLE products",
            "COPY products TO STDOUT",
            "COPY products FROM STDIN",
            "COPY products TO '/tmp/a'",
            "COPY products FROM PROGRAM 'a'",
            "TRUNCATE products",
            "VACUUM products",
            "ANALYZE products",
            "REINDEX TABLE products",
            "CREATE TABLE a (id int)",
            "CREATE TEMP TABLE a (id int)",
            "CREATE TABLE a AS SELECT id FROM products",
            "SELECT id INTO a FROM products",
            "CREATE VIEW a AS SELECT id FROM products",
            "CREATE INDEX ON products (name)",
            "CREATE SEQUENCE a",
            "CREATE TYPE a AS ENUM ('x')",
            "ALTER TABLE products ADD COLUMN a int",
            "DROP TABLE products",
            "COMMENT ON TABLE products IS 'a'",
            "CREATE FUNCTION a() RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "CREATE FUNCTION a() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'",
            "CREATE RULE a AS ON INSERT TO products DO NOTHING",
            "DO 'BEGIN UPDATE products SET name = ''a'' WHERE id = 7; END'",
            "DO 'BEGIN EXECUTE a; END'",
            "CALL a()",
            "GRANT SELECT ON products TO PUBLIC",
            "CREATE ROLE a",
            "ALTER ROLE a PASSWORD 'x'",
            "CREATE EXTENSION a",
            "ALTER SYSTEM SET work_mem = '8MB'",
            "CREATE POLICY a ON products",
            "CHECKPOINT");

    @Test
    void theTableIsWhatTheAnalyserSays() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        assertThat(end).isGreaterThanOrEqualTo(begin);
        String table = table();
        if (Boolean.getBoolean("gatehouse.rewrite")) {
            Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(end));
        } else {
            assertThat(page.substring(begin, end)).isEqualTo(table);
        }
    }

    private static String table() {
        return STATEMENTS.stream()
                .map(FactsPageTest::row)
                .collect(Collectors.joining(
                        "", "| statement | `effect` | `kinds` | `filtered` |\n|---|---|---|---|\n", ""));
    }

    private static String row(String sql) {
        var facts = Shop.understand(sql).facts();
        String minting = facts.mintsCredential() ? ", `mintsCredential`" : "";
        return "| `" + sql + "` | " + facts.effect().word() + minting + " | "
                + facts.kinds().stream().sorted().map(kind -> "`" + kind + "`").collect(Collectors.joining(", "))
                + " | "
                + (facts.filtered() ? "yes" : "no") + " |\n";
    }
}
