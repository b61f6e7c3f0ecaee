package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// psql at the demo: what is masked and how the terminal behaves.
@Tag("slow")
class PsqlEndToEndTest {
    @TempDir
    static Path directory;

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.start(directory);
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    private static Client.Ran agent(String... arguments) throws Exception {
        return demo.psql(DemoPart.AGENT, arguments);
    }

    private static String clear(String column, int id) throws Exception {
        return demo.psql(DemoPart.OFFICER, "-c", "SELECT " + column + " FROM customers WHERE id = " + id)
                .out()
                .strip();
    }

    @Test
    void anAgentSeesCustomersMasked() throws Exception {
        var ran = agent("-c", "SELECT * FROM customers WHERE id < 20");
        assertThat(ran.err()).contains("Gatehouse masks personal data");
        assertThat(ran.exit()).isZero();
        assertThat(ran.lines()).hasSize(19);
        for (String column :
                new String[] {"email", "full_name", "phone", "birth_date", "address", "national_id", "iban"}) {
            String secret = clear(column, 7);
            assertThat(secret).isNotEmpty();
            assertThat(ran.out()).doesNotContain(secret);
        }
    }

    @Test
    void anAliasASubQueryAndAJoinAreMaskedLikeTheColumnItself() throws Exception {
        String email = clear("email", 7);
        String name = clear("full_name", 7);
        String masked = agent("-c", "SELECT email FROM customers WHERE id = 7").out();
        for (String query : List.of(
                "SELECT email AS harmless FROM customers WHERE id = 7",
                "SELECT x FROM (SELECT email AS x FROM customers WHERE id = 7) AS q",
                "WITH q AS (SELECT email FROM customers WHERE id = 7) SELECT * FROM q",
                "SELECT max(c.email) FROM customers c JOIN orders o ON o.customer_id = c.id WHERE c.id = 7",
                "SELECT (SELECT email FROM customers WHERE id = 7)",
                "SELECT email FROM customer_contacts WHERE id = 7",
                "SELECT lower(email) FROM customers WHERE id = 7",
                "SELECT c.* FROM customers c WHERE id = 7",
                "SELECT c FROM customers c WHERE id = 7",
                "SELECT to_json(c) FROM customers c WHERE id = 7",
                "SELECT email FROM customers WHERE id = 7 UNION ALL SELECT 'x'")) {
            var ran = agent("-c", query);
            assertThat(ran.exit() == 0 || ran.err().contains("42501"))
                    .as(query + ran)
                    .isTrue();
            assertThat(ran.out() + ran.err()).as(query).doesNotContain(email).doesNotContain(name);
        }
        assertThat(masked).contains("***");
        assertThat(agent("-c", "SELECT email AS harmless FROM customers WHERE id = 7")
                        .out())
                .isEqualTo(masked);
    }

    @Test
    void aSessionIsToldOnceThatItIsMasked() throws Exception {
        var ran = agent(
                "-c", "SELECT 1",
                "-c", "SELECT email FROM customers WHERE id = 1",
                "-c", "SELECT email FROM customers WHERE id = 2");
        assertThat(ran.err().split("Gatehouse masks", -1)).hasSize(2);
    }

    @Test
    void theDataProtectionOfficerSeesEverythingInClear() throws Exception {
        var ran = demo.psql(DemoPart.OFFICER, "-c", "SELECT * FROM customers WHERE id < 20 ORDER BY id");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo(direct("SELECT * FROM customers WHERE id < 20 ORDER BY id"));
    }

    private static String direct(String query) throws Exception {
        var owner = demo.database().owner();
        return Client.of("psql", demo.environment(DemoPart.OFFICER))
                .with(java.util.Map.of(
                        "PGHOST", demo.database().host(),
                        "PGPORT", Integer.toString(demo.database().port()),
                        "PGUSER", owner.user(),
                        "PGPASSWORD", owner.password(),
                        "PGSSLMODE", "disable"))
                .with(List.of("-X", "-A", "-t", "-c", query))
                .run()
                .out();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            \\d                     | customers
            \\dt                    | customers
            \\d customers           | national_id
            \\d+ customers          | national_id
            \\d customer_contacts   | full_name
            \\df                    |
            \\du                    | gatehouse_agent
            \\dn                    | public
            \\di                    | customers_pkey
            \\dv                    | customer_contacts
            \\dT                    | order_status
            \\dp customers          | customers
            \\conninfo              | shop
            """)
    void psqlDescribesWhatIsThere(String command, @Nullable String expected) throws Exception {
        for (DemoPart part : List.of(DemoPart.AGENT, DemoPart.ENGINEER)) {
            var ran = demo.psql(part, "-c", command);
            assertThat(ran.err()).as(part + " " + command).isEmpty();
            assertThat(ran.exit()).isZero();
            assertThat(ran.out()).contains(expected == null ? "" : expected);
        }
    }

    @Test
    void ctrlCCancelsAStatementAndTheSessionGoesOn() throws Exception {
        var terminal = Client.of("script", demo.environment(DemoPart.ENGINEER))
                .with(List.of("-qec", "psql -X -A -t -v VERBOSITY=verbose", "/dev/null"))
                .start();
        terminal.say("SELECT pg_sleep(600);\n");
        demo.awaitDatabase("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
        terminal.say("\u0003");
        demo.awaitDatabase("SELECT 1 WHERE NOT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep')");
        terminal.say("SELECT 'still ' || 'here';\n\\q\n");
        var ran = terminal.await();
        assertThat(ran.out())
                .contains("57014: canceling statement due to user request")
                .contains("still here");
    }

    @Test
    void theTargetsOwnErrorsArrive() throws Exception {
        var ran = agent("-c", "SELECT 1/0", "-c", "SELEKT", "-c", "SELECT 'x'::integer");
        assertThat(ran.err()).contains("22012").contains("42601").contains("22P02");
    }

    @Test
    void aMigrationIsSentAsOneText() throws Exception {
        var made = demo.psql(DemoPart.ENGINEER, "-c", """
                CREATE TABLE "Reviews" (id serial PRIMARY KEY, product_id integer, stars integer CHECK (stars > 0));
                CREATE INDEX ON "Reviews" (product_id) WHERE stars > 3;
                ALTER TABLE "Reviews" ADD FOREIGN KEY (product_id) REFERENCES products (id);
                INSERT INTO "Reviews" (product_id, stars) VALUES (1, 5), (2, 4);
                ALTER TABLE "Reviews" ADD COLUMN hidden boolean NOT NULL DEFAULT false;
                COMMENT ON COLUMN "Reviews".hidden IS 'from one text'""");
        assertThat(made.err()).isEmpty();
        assertThat(made.exit()).isZero();
        var read = demo.psql(DemoPart.ENGINEER, "-c", "SELECT id, product_id, stars, hidden FROM \"Reviews\"");
        assertThat(read.lines()).containsExactly("1|1|5|f", "2|2|4|f");
        demo.psql(DemoPart.ENGINEER, "-c", "DROP TABLE \"Reviews\"");
    }

    @Test
    void whoAsksForTheColumnsOnlyReadsNobody() throws Exception {
        for (String query : List.of(
                "SELECT * FROM customers WHERE 1 = 0",
                "SELECT * FROM customers LIMIT 0",
                "SELECT * FROM (SELECT * FROM customers) AS q WHERE (0 = 1)")) {
            var ran = agent("-c", query);
            assertThat(ran.exit()).as(query + ran.err()).isZero();
            assertThat(ran.out()).isEmpty();
        }
    }

    @Test
    void severalStatementsInOneQueryAnswerInOrder() throws Exception {
        var ran = agent("-c", "SELECT 1; SELECT email FROM customers WHERE id = 7; SELECT 3");
        assertThat(ran.lines()).hasSize(3);
        assertThat(ran.lines().get(1)).contains("***");
        assertThat(ran.lines().get(2)).isEqualTo("3");
    }

    @Test
    void aLargeAnswerArrivesWhole() throws Exception {
        var ran = demo.psql(DemoPart.AGENT, "-c", "SELECT n, repeat('x', 100) FROM generate_series(1, 100000) AS n");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.lines()).hasSize(100_000);
        assertThat(ran.lines().getLast()).isEqualTo("100000|" + "x".repeat(100));
    }

    @Test
    void rowsCanBeCopiedIn() throws Exception {
        var ran = Client.of("psql", demo.environment(DemoPart.ENGINEER))
                .with(List.of("-X", "-A", "-t"))
                .saying("""
                        CREATE TABLE copied (n integer, word text);
                        COPY copied FROM STDIN;
                        1\tone
                        2\ttwo
                        \\.
                        SELECT count(*), sum(n) FROM copied;
                        DROP TABLE copied;
                        """)
                .run();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.lines()).contains("2|3");
    }

    private static Client.Ran typed(DemoPart part, String input) throws Exception {
        return Client.of("psql", demo.environment(part))
                .with(List.of("-X", "-A", "-t", "-v", "VERBOSITY=verbose"))
                .saying(input)
                .run();
    }

    @Test
    void gdescSaysWhatAQueryWouldAnswerWithoutRunningIt() throws Exception {
        var ran = typed(DemoPart.AGENT, "SELECT id, email AS mail, 1/0 AS never FROM customers WHERE id = 7 \\gdesc\n");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.lines()).containsExactly("id|integer", "mail|text", "never|integer");
    }

    @Test
    void copyWritesFilesMaskedAndReadsThem() throws Exception {
        Path file = directory.resolve("copied.csv");
        var out = demo.psql(
                DemoPart.ENGINEER,
                "-c",
                "\\copy (SELECT id, email FROM customers WHERE id < 4 ORDER BY id) TO '" + file + "' (FORMAT csv)");
        assertThat(out.out() + out.err()).contains("COPY 3");
        assertThat(Files.readAllLines(file))
                .hasSize(3)
                .allMatch(line -> line.contains("***"))
                .noneMatch(line -> line.contains("example"));
        var in = typed(DemoPart.ENGINEER, """
                CREATE TABLE copied_back (n integer, word text);
                \\copy copied_back FROM '%s' (FORMAT csv)
                SELECT count(*), sum(n) FROM copied_back;
                DROP TABLE copied_back;
                """.formatted(Files.write(file, List.of("1,one", "2,two"))));
        assertThat(in.err()).isEmpty();
        assertThat(in.lines()).contains("COPY 2", "2|3");
    }

    @Test
    void watchAsksAgainUntilItIsInterrupted() throws Exception {
        var terminal = Client.of("script", demo.environment(DemoPart.ENGINEER))
                .with(List.of("-qec", "psql -X -A -t", "/dev/null"))
                .start();
        terminal.say("SELECT 'ti' || 'ck' \\watch 0.1\n");
        String asked = "FROM pg_stat_activity WHERE query LIKE 'SELECT ''ti'' || %'";
        demo.awaitDatabase("SELECT 1 " + asked);
        String first = direct("SELECT query_start " + asked).strip();
        demo.awaitDatabase("SELECT 1 " + asked + " AND query_start > '" + first + "'");
        terminal.say("\u0003");
        terminal.say("SELECT 'still ' || 'here';\n\\q\n");
        var ran = terminal.await();
        assertThat(ran.out().split("tick", -1)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(ran.out()).contains("still here");
    }
}
