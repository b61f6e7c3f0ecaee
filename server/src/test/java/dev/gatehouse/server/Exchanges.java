package dev.gatehouse.server;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.Bind;
import dev.gatehouse.postgres.wire.Close;
import dev.gatehouse.postgres.wire.CopyData;
import dev.gatehouse.postgres.wire.CopyDone;
import dev.gatehouse.postgres.wire.CopyFail;
import dev.gatehouse.postgres.wire.Describe;
import dev.gatehouse.postgres.wire.Execute;
import dev.gatehouse.postgres.wire.Flush;
import dev.gatehouse.postgres.wire.Formats;
import dev.gatehouse.postgres.wire.FrontendMessage;
import dev.gatehouse.postgres.wire.Parse;
import dev.gatehouse.postgres.wire.Prepared;
import dev.gatehouse.postgres.wire.Query;
import dev.gatehouse.postgres.wire.Sync;
import dev.gatehouse.postgres.wire.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a client may say and a server answer, from simple queries to mistakes in a pipeline.
final class Exchanges {
    static final String FAILED_WRITE = "COPY is given up";

    private Exchanges() {}

    /// What is sent, and up to which message the answer is read.
    record Step(String name, List<FrontendMessage> messages, char upTo, int count) {}

    static List<Step> all() {
        var steps = new ArrayList<Step>();
        simple(steps);
        transactions(steps);
        copies(steps);
        extended(steps);
        portals(steps);
        mistakes(steps);
        return steps;
    }

    private static void ask(List<Step> steps, String... texts) {
        for (String text : texts) {
            steps.add(new Step(text, List.of(new Query(Slice.utf8(text))), 'Z', 1));
        }
    }

    private static void simple(List<Step> steps) {
        ask(
                steps,
                "SELECT 1",
                "SELECT 'zwei' AS two, NULL, true, 1.5, DATE '2026-01-31'",
                "SELECT 1; SELECT 2, 3; SELECT 'x'",
                "",
                ";",
                "-- nothing",
                "SELECT id, sku, name, price FROM products ORDER BY id LIMIT 20",
                "SELECT * FROM products WHERE id = 7",
                "SELECT count(*), min(price), max(price) FROM products",
                "SELECT category, count(*) FROM products GROUP BY category ORDER BY category",
                "SELECT repeat('long', 30000)",
                "SELECT n, repeat('x', 100) FROM generate_series(1, 3000) AS n",
                "SELECT ARRAY[1, 2, NULL], '{\"a\": 1}'::jsonb, 'x'::bytea",
                "VALUES (1, 'a'), (2, 'b')",
                "SET DateStyle TO 'German'",
                "SHOW DateStyle",
                "SET TimeZone TO 'Europe/Helsinki'",
                "SET application_name TO 'other'",
                "RESET DateStyle",
                "LISTEN bell",
                "NOTIFY bell",
                "UNLISTEN bell",
                "EXPLAIN (COSTS OFF) SELECT 1",
                "SELECT 1/0",
                "SELECT 'x'::integer",
                "SELECT 1; SELECT 1/0; SELECT 2");
    }

    private static void transactions(List<Step> steps) {
        ask(
                steps,
                "BEGIN",
                "INSERT INTO scratch VALUES (1, 'one', 1.5, '2026-01-31'), (2, 'two', NULL, NULL)",
                "SELECT * FROM scratch ORDER BY n",
                "SAVEPOINT half",
                "UPDATE scratch SET word = 'changed' WHERE n = 1 RETURNING n, word",
                "SELECT 1/0",
                "SELECT 'skipped'",
                "ROLLBACK TO half",
                "DELETE FROM scratch WHERE n = 2",
                "ROLLBACK",
                "COMMIT",
                "BEGIN; SELECT 1; COMMIT",
                "ROLLBACK");
    }

    private static void copies(List<Step> steps) {
        ask(
                steps,
                "COPY (SELECT id, sku, price FROM products WHERE id < 5 ORDER BY id) TO STDOUT",
                "COPY (SELECT id, sku FROM products WHERE id < 5 ORDER BY id) TO STDOUT (FORMAT csv, HEADER)",
                "COPY (SELECT id, sku FROM products WHERE id < 5 ORDER BY id) TO STDOUT (FORMAT binary)",
                "COPY products (id, name) TO STDOUT");
        copyIn(steps, "COPY scratch FROM STDIN", "1\tone\t1.5\t\\N\n", "2\ttwo\t2\t\\N\n");
        copyIn(steps, "COPY scratch (n, word) FROM STDIN (FORMAT csv)", "3,\"three, and\"\n4,four\n");
        ask(steps, "SELECT * FROM scratch ORDER BY n", "DELETE FROM scratch WHERE n > 0");
        steps.add(new Step("COPY begins", List.of(new Query(Slice.utf8("COPY scratch FROM STDIN"))), 'G', 1));
        steps.add(new Step(
                FAILED_WRITE,
                List.of(new CopyData(Slice.utf8("1\tone\t\\N\t\\N\n")), new CopyFail("no more")),
                'Z',
                1));
        ask(steps, "SELECT count(*) FROM scratch");
    }

    private static void copyIn(List<Step> steps, String text, String... rows) {
        steps.add(new Step(text, List.of(new Query(Slice.utf8(text))), 'G', 1));
        var messages = new ArrayList<FrontendMessage>();
        for (String row : rows) {
            messages.add(new CopyData(Slice.utf8(row)));
        }
        messages.add(new CopyDone());
        steps.add(new Step(text + ": rows", messages, 'Z', 1));
    }

    private static void extended(List<Step> steps) {
        steps.add(step("unnamed", parse("", "SELECT 1, 'x'"), bind("", ""), portal(""), all(""), new Sync()));
        steps.add(step(
                "named",
                parse("product", "SELECT id, price FROM products WHERE id = $1", 23),
                new Describe(Prepared.STATEMENT, "product"),
                new Sync()));
        for (String id : List.of("1", "2", "3")) {
            steps.add(step("product " + id, bind("", "product", id), portal(""), all(""), new Sync()));
            steps.add(step("product " + id + ", not described", bind("", "product", id), all(""), new Sync()));
        }
        steps.add(step("binary result", binary("product", 4), portal(""), all(""), new Sync()));
        steps.add(step("nothing", parse("", ""), bind("", ""), portal(""), all(""), new Sync()));
        steps.add(
                step("NoData", parse("", "SET extra_float_digits = 1"), bind("", ""), portal(""), all(""), new Sync()));
        steps.add(step(
                "a write",
                parse("", "INSERT INTO scratch VALUES ($1, $2) RETURNING n", 23),
                bind("", "", "7", "seven"),
                portal(""),
                all(""),
                new Sync()));
        steps.add(
                step("DELETE", parse("", "DELETE FROM scratch WHERE n = $1"), bind("", "", "7"), all(""), new Sync()));
        steps.add(step("closed", new Close(Prepared.STATEMENT, "product"), new Sync()));
        steps.add(step(
                "closed twice",
                new Close(Prepared.STATEMENT, "product"),
                new Close(Prepared.PORTAL, "none"),
                new Sync()));
        steps.add(step("only Sync", new Sync()));
    }

    private static void portals(List<Step> steps) {
        var rows = "SELECT n FROM generate_series(1, 10) AS n";
        steps.add(step("BEGIN", new Query(Slice.utf8("BEGIN"))));
        steps.add(new Step(
                "three rows", List.of(parse("", rows), bind("p", ""), portal("p"), rows("p", 3), new Flush()), 's', 1));
        steps.add(new Step("three more", List.of(rows("p", 3), new Flush()), 's', 1));
        steps.add(step("another meanwhile", parse("", "SELECT 'meanwhile'"), bind("", ""), all(""), new Sync()));
        steps.add(step("the rest", rows("p", 0), new Sync()));
        steps.add(step("nothing left", rows("p", 0), new Close(Prepared.PORTAL, "p"), new Sync()));
        steps.add(step("COMMIT", new Query(Slice.utf8("COMMIT"))));
        steps.add(step(
                "a suspended portal ends with its transaction",
                parse("", rows),
                bind("", ""),
                rows("", 3),
                new Sync()));
    }

    private static void mistakes(List<Step> steps) {
        steps.add(new Step(
                "pipelined, with a mistake in the middle",
                List.of(
                        parse("", "SELECT 1"),
                        bind("", ""),
                        portal(""),
                        all(""),
                        new Sync(),
                        parse("", "SELECT 1/$1", 23),
                        bind("", "", "0"),
                        portal(""),
                        all(""),
                        bind("", "", "1"),
                        all(""),
                        new Sync(),
                        parse("", "SELECT 2"),
                        bind("", ""),
                        all(""),
                        new Sync()),
                'Z',
                3));
        steps.add(step(
                "given twice", parse("twice", "SELECT 1"), parse("twice", "SELECT 2"), bind("", "twice"), new Sync()));
        steps.add(step("a parameter too few", parse("", "SELECT $1::integer"), bind("", ""), all(""), new Sync()));
        steps.add(step("no number", parse("", "SELECT $1::integer"), bind("", "", "x"), all(""), new Sync()));
        ask(steps, "SELECT 'still here'");
    }

    private static Step step(String name, FrontendMessage... messages) {
        return new Step(name, List.of(messages), 'Z', 1);
    }

    static Parse parse(String name, String text, Integer... types) {
        return new Parse(name, Slice.utf8(text), List.of(types));
    }

    static Bind bind(String portal, String statement, String... values) {
        var parameters = Arrays.stream(values)
                .map(value -> Optional.of(Slice.utf8(value)))
                .toList();
        return new Bind(portal, statement, Formats.TEXT, Values.of(parameters), Formats.TEXT);
    }

    private static Bind binary(String statement, int number) {
        var value = Optional.of(Slice.of(new byte[] {0, 0, 0, (byte) number}));
        return new Bind("", statement, Formats.BINARY, Values.of(List.of(value)), Formats.BINARY);
    }

    private static Describe portal(String name) {
        return new Describe(Prepared.PORTAL, name);
    }

    static Execute all(String portal) {
        return rows(portal, 0);
    }

    private static Execute rows(String portal, int most) {
        return new Execute(portal, most);
    }
}
