package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Ways around the masks: whatever is asked, the values of customer 7 come back masked or not at all.
@Tag("slow")
class LeakEndToEndTest {
    /// As an agent, who may only read.
    static final List<String> READS = List.of(
            "TABLE customers",
            "SELECT * FROM ONLY customers WHERE id = 7",
            "SELECT (c).* FROM customers c WHERE id = 7",
            "SELECT (c).email FROM customers c WHERE id = 7",
            "SELECT customers FROM customers WHERE id = 7",
            "SELECT ROW(email, full_name) FROM customers WHERE id = 7",
            "SELECT x.* FROM customers c, LATERAL (SELECT c.email) x WHERE c.id = 7",
            "SELECT first_value(email) OVER () FROM customers WHERE id = 7",
            "SELECT unnest(ARRAY[email]) FROM customers WHERE id = 7",
            "SELECT array_agg(email) FROM customers WHERE id = 7",
            "SELECT string_agg(email, ',') FROM customers WHERE id = 7",
            "SELECT json_agg(c) FROM customers c WHERE id = 7",
            "SELECT jsonb_each_text(to_jsonb(c)) FROM customers c WHERE id = 7",
            "SELECT row_to_json(c) FROM customers c WHERE id = 7",
            "SELECT format('%s', email) FROM customers WHERE id = 7",
            "SELECT concat(email, '') FROM customers WHERE id = 7",
            "SELECT coalesce(email, '') FROM customers WHERE id = 7",
            "SELECT greatest(email, '') FROM customers WHERE id = 7",
            "SELECT replace(email, '@', '(at)') || '' FROM customers WHERE id = 7",
            "SELECT regexp_split_to_table(email, 'x') FROM customers WHERE id = 7",
            "SELECT regexp_matches(email, '.*') FROM customers WHERE id = 7",
            "SELECT email::integer FROM customers WHERE id = 7",
            "SELECT ('{' || email)::json FROM customers WHERE id = 7",
            "SELECT email::date FROM customers WHERE id = 7",
            "SELECT CASE WHEN id = 7 THEN email ELSE 'x' END FROM customers WHERE id = 7",
            "SELECT xmlforest(email) FROM customers WHERE id = 7",
            "WITH RECURSIVE r AS (SELECT email FROM customers WHERE id = 7 UNION SELECT email FROM r) SELECT * FROM r",
            "SELECT 'x' UNION SELECT email FROM customers WHERE id = 7",
            "VALUES ((SELECT email FROM customers WHERE id = 7))",
            "SELECT (SELECT email FROM customers WHERE id = 7) AS country",
            "SELECT email AS country, full_name AS segment FROM customers WHERE id = 7",
            "SELECT s.country FROM (SELECT email AS country FROM customers WHERE id = 7) s",
            "SELECT a.email FROM customers a NATURAL JOIN customers b WHERE a.id = 7",
            "SELECT email FROM customers a JOIN customers b USING (email) WHERE a.id = 7",
            "SELECT min(email) FROM customers WHERE id = 7 GROUP BY id",
            "SELECT query_to_xml('SELECT * FROM customers WHERE id = 7', true, true, '')",
            "SELECT table_to_xml('customers', true, true, '')",
            "SELECT pg_read_file('postgresql.conf')",
            "SELECT most_common_vals FROM pg_stats WHERE tablename = 'customers'",
            "SELECT histogram_bounds FROM pg_stats WHERE tablename = 'customers'",
            "SELECT query FROM pg_stat_activity",
            "COPY (SELECT email FROM customers WHERE id = 7) TO STDOUT",
            "COPY customers (email) TO STDOUT",
            "COPY customers TO PROGRAM 'cat'",
            "EXPLAIN ANALYZE SELECT email FROM customers WHERE id = 7",
            "EXPLAIN (VERBOSE) SELECT email FROM customers WHERE email LIKE 'a%'",
            "PREPARE p AS SELECT email FROM customers WHERE id = 7",
            "DECLARE c CURSOR WITH HOLD FOR SELECT email FROM customers WHERE id = 7",
            "SELECT set_config('application_name', email, false) FROM customers WHERE id = 7",
            "SELECT pg_notify('c', email) FROM customers WHERE id = 7",
            "SELECT lo_from_bytea(0, email::bytea) FROM customers WHERE id = 7",
            "SELECT encode(convert_to(email, 'UTF8'), 'escape') FROM customers WHERE id = 7",
            "SELECT id FROM customers ORDER BY email LIMIT 1",
            "SELECT quote_literal(email) FROM customer_contacts WHERE id = 7",
            "SELECT card_number FROM payments WHERE customer_id = 7",
            "SELECT 1 / (CASE WHEN email LIKE 'a%' THEN 0 ELSE 1 END) FROM customers WHERE id = 7");

    /// As an engineer, who may write: what is masked must not be laundered through a column that is not.
    static final List<String> WRITES = List.of(
            // It locks, so for an agent it would wait for a lead.
            "SELECT email FROM customers WHERE id = 7 FOR UPDATE",
            "UPDATE customers SET segment = email WHERE id = 7 RETURNING segment",
            "UPDATE customers SET segment = 'x' WHERE id = 7 RETURNING *",
            "UPDATE customers SET segment = 'x' WHERE id = 7 RETURNING email",
            "INSERT INTO products SELECT 99999, email, full_name, 'x', 1 FROM customers WHERE id = 7 RETURNING *",
            "INSERT INTO customers SELECT * FROM customers WHERE id = 7",
            "DELETE FROM customers WHERE id = 7 RETURNING *",
            "CREATE TABLE laundered AS SELECT email AS segment FROM customers WHERE id = 7; SELECT * FROM laundered",
            "CREATE VIEW products2 AS SELECT email AS name FROM customers WHERE id = 7; SELECT * FROM products2",
            "MERGE INTO customers c USING (SELECT id, email FROM customers WHERE id = 7) s ON c.id = s.id"
                    + " WHEN MATCHED THEN UPDATE SET segment = s.email",
            "WITH u AS (UPDATE customers SET country = left(email, 2) WHERE id = 7 RETURNING country) SELECT * FROM u",
            "ALTER TABLE customers ADD CHECK (email = 'nobody')",
            "ALTER TABLE customers ALTER COLUMN email TYPE integer USING email::integer",
            "CREATE UNIQUE INDEX ON customers ((left(email, 0)))");

    @TempDir
    static Path directory;

    private static RunningDemo demo;
    private static List<String> secrets = List.of();

    @BeforeAll
    static void start() throws Exception {
        demo = RunningDemo.start(directory);
        secrets = demo.psql(
                        DemoPart.OFFICER,
                        "-F",
                        "\n",
                        "-c",
                        "SELECT email, full_name, phone, national_id, iban FROM customers WHERE id = 7")
                .lines();
        assertThat(secrets).hasSize(5);
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    private static void assertNothingOf(Client.Ran ran, String query) {
        for (String secret : secrets) {
            assertThat(ran.out() + ran.err()).as(query).doesNotContain(secret);
        }
    }

    @ParameterizedTest
    @FieldSource("READS")
    void readingShowsNothingThatIsMasked(String query) throws Exception {
        assertNothingOf(demo.psql(DemoPart.AGENT, "-c", query), query);
    }

    @ParameterizedTest
    @FieldSource("WRITES")
    void writingDoesNotLaunderWhatIsMasked(String statement) throws Exception {
        var ran = demo.psql(
                DemoPart.ENGINEER,
                "-c",
                "BEGIN",
                "-c",
                statement,
                "-c",
                "SELECT country, segment FROM customers WHERE id = 7",
                "-c",
                "ROLLBACK");
        assertNothingOf(ran, statement);
    }
}
