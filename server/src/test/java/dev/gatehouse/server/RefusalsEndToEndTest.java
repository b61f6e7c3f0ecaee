package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the demo refuses an agent, with which reason, and that nothing of it reaches the database.
@Tag("slow")
class RefusalsEndToEndTest {
    @TempDir
    static Path directory;

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.startUnattended(directory);
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT * FROM customers                                              | no-whole-table-reads
            DELETE FROM customers                                                | no-whole-table-writes
            /**/DELETE FROM customers                                            | no-whole-table-writes
            TRUNCATE customers                                                   | agents-ddl
            BEGIN; DROP TABLE customers                                          | agents-ddl
            WITH x AS (DELETE FROM customers RETURNING *) SELECT * FROM x        | no-whole-table-writes
            DO $$ BEGIN DELETE FROM customers; END $$                            | no-whole-table-writes
            DO $$ BEGIN EXECUTE 'DELETE FROM customers'; END $$                  | not-understood
            EXPLAIN ANALYZE DELETE FROM customers                                | no-whole-table-writes
            COPY customers TO STDOUT                                             | no-whole-table-reads
            CREATE ROLE x PASSWORD 'y'                                           | mints-credential
            """, quoteCharacter = '`')
    void aRefusedStatementSaysWhyAndNeverReachesTheDatabase(String statement, String rule) throws Exception {
        int before = demo.databaseLog().length();
        var ran = demo.psql(DemoPart.AGENT, "-c", statement);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("ERROR:  42501:")
                .contains("rule=" + rule + " ")
                .contains("HINT:");
        assertThat(demo.databaseLog().substring(before))
                .doesNotContain(statement)
                .doesNotContain("customers;")
                .doesNotContain("FROM customers");
    }

    @Test
    void aRefusalInsideATransactionLeavesItFailed() throws Exception {
        var ran = demo.psql(
                DemoPart.AGENT,
                "-c",
                "BEGIN",
                "-c",
                "SELECT 'before'",
                "-c",
                "DELETE FROM customers",
                "-c",
                "SELECT 'after'",
                "-c",
                "COMMIT");
        assertThat(ran.lines()).containsExactly("BEGIN", "before", "ROLLBACK");
        assertThat(ran.err()).contains("42501").contains("25P02");
    }

    @Test
    void whatWasDoneBeforeARefusalInTheSameTransactionIsUndone() throws Exception {
        var ran = demo.psql(
                DemoPart.ENGINEER,
                "-c",
                "CREATE TABLE scratch (n integer)",
                "-c",
                "BEGIN",
                "-c",
                "INSERT INTO scratch VALUES (1)",
                "-c",
                "DELETE FROM customers",
                "-c",
                "COMMIT",
                "-c",
                "SELECT count(*) FROM scratch",
                "-c",
                "DROP TABLE scratch");
        assertThat(ran.err()).contains("no-whole-table-writes");
        assertThat(ran.lines()).containsExactly("CREATE TABLE", "BEGIN", "INSERT 0 1", "ROLLBACK", "0", "DROP TABLE");
    }

    @Test
    void theSessionGoesOnAfterARefusal() throws Exception {
        var ran = demo.psql(DemoPart.AGENT, "-c", "DELETE FROM customers", "-c", "SELECT 'still here'");
        assertThat(ran.lines()).containsExactly("still here");
    }

    @Test
    void aFilterOnAMaskedColumnWorksByEqualityOnly() throws Exception {
        var email = demo.psql(DemoPart.OFFICER, "-c", "SELECT email FROM customers WHERE id = 11")
                .out()
                .strip();
        var equal = demo.psql(DemoPart.AGENT, "-c", "SELECT id FROM customers WHERE email = '" + email + "'");
        assertThat(equal.lines()).containsExactly("11");
        var like = demo.psql(DemoPart.AGENT, "-c", "SELECT id FROM customers WHERE email LIKE 'a%'");
        assertThat(like.err()).contains("42501").contains("rule=predicate-on-masked ");
    }

    @Test
    void anAnswerOverTheThresholdStopsThere() throws Exception {
        var ran = demo.psql(DemoPart.LEAD, "-c", "SELECT id, email FROM customers WHERE id BETWEEN 1 AND 1500");
        assertThat(ran.err()).contains("42501").contains("rule=bulk-export ");
        assertThat(ran.lines().size()).isLessThanOrEqualTo(1000);
        var more = demo.psql(DemoPart.LEAD, "-c", "SELECT id, email FROM customers WHERE id BETWEEN 1501 AND 1510");
        assertThat(more.err()).as("the hour's rows are used up").contains("rule=bulk-export ");
        var impersonal = demo.psql(DemoPart.LEAD, "-c", "SELECT sum(total) > 0 FROM orders");
        assertThat(impersonal.lines()).containsExactly("t");
    }

    @Test
    void thingsAreStillThereAfterwards() throws Exception {
        var ran = demo.psql(DemoPart.OFFICER, "-c", "SELECT count(*) FROM customers WHERE id > 0");
        assertThat(ran.lines()).containsExactly(Integer.toString(12_000));
    }
}
