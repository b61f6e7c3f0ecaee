package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Ordinary work by way of views, cursors, prepared statements, whole rows and the like: nothing of it is refused,
/// what nobody masks arrives as it is, and what is masked does not arrive at all.
@Tag("slow")
class LineageEndToEndTest {
    /// As an agent. Each names what the answer must show.
    static final List<String> HONEST = List.of(
            "SELECT id FROM customer_contacts WHERE id = 7 | 7",
            "SELECT id, email FROM customer_contacts WHERE id = 7 | 7|",
            "SELECT country FROM revenue_by_country ORDER BY 1 LIMIT 1 | AT",
            "SELECT c FROM customers c WHERE id = 7 | (1 row)",
            "SELECT row_to_json(c) FROM (SELECT id, country FROM customers WHERE id = 7) c | \"id\":7",
            "SELECT row_to_json(c) FROM customers c WHERE id = 7 | (1 row)",
            "SELECT (c).country FROM customers c WHERE id = 7 | (1 row)",
            "SELECT json_build_object('id', id) FROM customers WHERE id = 7 | {\"id\" : 7}",
            "SELECT xmlelement(name customer, id) FROM customers WHERE id = 7 | <customer>7</customer>",
            "BEGIN; DECLARE c CURSOR FOR SELECT id, email FROM customers WHERE id < 9 ORDER BY id; FETCH 2 FROM c;"
                    + " MOVE c; FETCH c; CLOSE c; COMMIT | 4|",
            "PREPARE p (int) AS SELECT id, full_name FROM customers WHERE id = $1; EXECUTE p(7); DEALLOCATE p | 7|",
            "COPY (SELECT id, email FROM customers WHERE id = 7) TO STDOUT | 7\t",
            "COPY (SELECT id, email, birth_date, upper(city) AS c FROM customers WHERE id IN (6, 7)) TO STDOUT"
                    + " (FORMAT csv, HEADER, FORCE_QUOTE *) | \"7\",",
            "SELECT id, email FROM customers WHERE id = 7 AND country = ANY (ARRAY['AT', 'DE', 'PL', 'SE', 'FI', 'CZ',"
                    + " 'ES', 'FR', 'GR', 'IT', 'NL', 'PT']) | 7|",
            "EXPLAIN ANALYZE SELECT email FROM customers WHERE id = 7 | customers",
            "SELECT count(*) FROM (SELECT c.id, p.id FROM customers c JOIN payments p ON p.customer_id = c.id"
                    + " WHERE c.id < 5) x | (1 row)",
            "SELECT segment, count(DISTINCT email) FROM customers WHERE id < 50 GROUP BY segment | (",
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT max(i) FROM n | 5");

    /// As an agent, on several lines of one session.
    static final List<List<String>> STEPS = List.of(
            List.of(
                    "PREPARE q AS SELECT email FROM customers WHERE id = 7",
                    "EXECUTE q",
                    "EXPLAIN ANALYZE EXECUTE q",
                    "DEALLOCATE q"),
            List.of(
                    "BEGIN",
                    "DECLARE c CURSOR FOR SELECT upper(email) FROM customers WHERE id = 7",
                    "SET search_path = pg_catalog",
                    "FETCH ALL FROM c",
                    "COMMIT"),
            List.of(
                    "DECLARE h CURSOR WITH HOLD FOR SELECT email FROM customers WHERE id = 7",
                    "DECLARE h CURSOR WITH HOLD FOR SELECT name FROM products WHERE id = 7",
                    "FETCH ALL FROM h"),
            List.of(
                    "PREPARE q AS SELECT upper(email) FROM customers WHERE id = 7",
                    "PREPARE q AS SELECT name FROM products WHERE id = 7",
                    "EXECUTE q"));

    @TempDir
    static Path directory;

    private static RunningDemo demo;
    private static List<String> secrets = List.of();

    @BeforeAll
    static void start() throws Exception {
        demo = RunningDemo.start(directory);
        var shown = demo.psql(
                        DemoPart.OFFICER,
                        "-F",
                        "\n",
                        "-c",
                        "SELECT email, upper(email), full_name, phone, national_id, iban FROM customers WHERE id = 7")
                .lines();
        assertThat(shown).hasSize(6);
        secrets = shown;
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    private static void nothingMaskedIn(Client.Ran ran, String asked) {
        for (String secret : secrets) {
            assertThat(ran.out() + ran.err()).as(asked).doesNotContain(secret);
        }
    }

    @ParameterizedTest
    @FieldSource("HONEST")
    void ordinaryWorkIsAnswered(String line) throws Exception {
        int bar = line.indexOf(" | ");
        String sql = line.substring(0, bar);

        var ran = demo.psql(DemoPart.AGENT, "-P", "footer=on", "-P", "tuples_only=off", "-c", sql);

        assertThat(ran.err()).as(sql).doesNotContain("ERROR");
        assertThat(ran.out()).as(sql).contains(line.substring(bar + 3));
        nothingMaskedIn(ran, sql);
    }

    @ParameterizedTest
    @FieldSource("STEPS")
    void whatHasANameInTheSessionStaysMasked(List<String> steps) throws Exception {
        var arguments = new ArrayList<String>();
        for (String step : steps) {
            arguments.add("-c");
            arguments.add(step);
        }

        nothingMaskedIn(demo.psql(DemoPart.AGENT, arguments.toArray(String[]::new)), steps.toString());
    }

    /// As an engineer, who may create tables: what is copied stays masked, in this session and in others.
    @Test
    void whatIsCopiedStaysMasked() throws Exception {
        var made = demo.psql(
                DemoPart.ENGINEER,
                "-c",
                "CREATE TABLE copied AS SELECT id, email AS a, length(email) AS b FROM customers WHERE id = 7",
                "-c",
                "CREATE VIEW copied_view AS SELECT id, left(email, 30) AS c, full_name FROM customers WHERE id = 7",
                "-c",
                "SELECT * FROM copied WHERE id = 7",
                "-c",
                "SELECT * FROM copied_view WHERE id = 7");
        var read = demo.psql(
                DemoPart.ENGINEER,
                "-c",
                "SELECT id, a FROM copied WHERE id = 7",
                "-c",
                "SELECT id, c, full_name FROM copied_view WHERE id = 7");

        assertThat(made.err() + read.err()).doesNotContain("ERROR");
        nothingMaskedIn(made, "made");
        nothingMaskedIn(read, "read");
        assertThat(read.lines()).hasSizeGreaterThanOrEqualTo(2).allMatch(line -> line.startsWith("7|"));
    }

    @Test
    void aNameThatDoesNotExistIsCalledAsTheServerWould() throws Exception {
        var ran = demo.psql(
                DemoPart.AGENT,
                "-v",
                "VERBOSITY=verbose",
                "-c",
                "SELECT nosuch FROM customers WHERE id = 7",
                "-c",
                "SELECT 1 FROM nosuch");

        assertThat(ran.err()).contains("42703: column \"nosuch\" does not exist");
        assertThat(ran.err()).contains("42P01: relation \"nosuch\" does not exist");
    }

    @Test
    void aCursorStaysWhatItWasWhenASecondDeclarationFails() throws Exception {
        var ran = demo.psql(
                DemoPart.AGENT,
                "-c",
                "DECLARE k CURSOR WITH HOLD FOR SELECT id, country FROM customers WHERE id = 7",
                "-c",
                "FETCH ALL FROM k");

        assertThat(ran.err()).doesNotContain("ERROR");
        assertThat(ran.out()).contains("7|");
    }
}
