package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.Bind;
import dev.gatehouse.postgres.wire.Execute;
import dev.gatehouse.postgres.wire.Formats;
import dev.gatehouse.postgres.wire.FrontendMessage;
import dev.gatehouse.postgres.wire.Parse;
import dev.gatehouse.postgres.wire.Query;
import dev.gatehouse.postgres.wire.Sync;
import dev.gatehouse.postgres.wire.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An auditor sees the stricter of what a client was shown and of their own masks, in whichever way it was answered.
@Tag("slow")
class ViewerMasksEndToEndTest {
    @TempDir
    static Path directory;

    private static RunningDemo demo;
    private static List<String> secrets;

    @BeforeAll
    static void start() throws Exception {
        demo = RunningDemo.prepare(directory);
        // The demo's only auditor sees everything in clear; the operator does not.
        demo.configure(text -> text.replace("auditor: [", "auditor: [ \"group:platform\","));
        demo.startGateway();
        secrets = secrets();
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    /// What stands in the rows that the tests read, of which the operator may see nothing in clear.
    private static List<String> secrets() throws Exception {
        var values = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(demo.directUrl(), demo.direct());
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT full_name, email, phone, iban FROM customers WHERE id < 5")) {
            while (rows.next()) {
                for (int column = 1; column <= 4; column++) {
                    values.add(rows.getString(column));
                }
            }
        }
        return values;
    }

    private static GatehouseCommand.Ran as(DemoPart part, String... arguments) {
        return new GatehouseCommand(demo, part).run(arguments);
    }

    private static String lastSessionOf(DemoPart part) {
        return as(DemoPart.OFFICER, "sessions", "list", "--who", demo.user(part), "-o", "json")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
    }

    private interface Conversation {
        void with(WireClient client) throws IOException;
    }

    /// Has a conversation as the officer, who is shown all of it in clear; gives what the operator sees of it.
    private static String seen(Conversation conversation) throws IOException {
        String session = spoken(DemoPart.OFFICER, conversation);
        assertThat(as(DemoPart.OFFICER, "sessions", "play", session).out()).contains(secrets);
        var ran = as(DemoPart.OPERATOR, "sessions", "play", session);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("hidden");
        assertThat(ran.out()).doesNotContain(secrets);
        return ran.out();
    }

    private static String spoken(DemoPart part, Conversation conversation) throws IOException {
        try (var client = WireClient.connect(demo, part)) {
            conversation.with(client);
            client.leave();
        }
        return lastSessionOf(part);
    }

    private static void ask(WireClient client, String text) throws IOException {
        client.send(new Query(Slice.utf8(text)));
        client.upTo('Z');
    }

    private static FrontendMessage[] bound(String text, Formats results) {
        return new FrontendMessage[] {
            new Parse("", Slice.utf8(text), List.of(23)),
            new Bind("", "", Formats.TEXT, Values.of(List.of(Optional.of(Slice.utf8("5")))), results),
            new Execute("", 0)
        };
    }

    @Test
    void rowsThatWereShownInClear() throws Exception {
        String seen = seen(client -> {
            ask(client, "SELECT id, full_name, email, phone, iban, country FROM customers WHERE id < 5 ORDER BY id");
        });

        assertThat(seen).contains("***@", "SELECT 4").containsPattern("  1 \\| ");
    }

    @Test
    void whatWasPutTogetherIsHiddenWhole() throws Exception {
        String seen = seen(client -> ask(
                client,
                "SELECT full_name || ' <' || email || '> ' || phone || ' ' || iban FROM customers WHERE id < 5"));

        assertThat(seen).contains("[redacted]").doesNotContain("***@");
    }

    @Test
    void severalStatementsAtOnceAndManyInARow() throws Exception {
        seen(client -> {
            client.send(bound("SELECT country, segment FROM customers WHERE id < $1", Formats.TEXT));
            client.send(bound("SELECT full_name, email FROM customers WHERE id < $1", Formats.TEXT));
            client.send(bound("SELECT phone, iban FROM customers WHERE id < $1", Formats.BINARY));
            client.send(new Sync());
            client.upTo('Z');
            ask(client, "SELECT 'a', 'b'; SELECT full_name, country FROM customers WHERE id < 5");
        });
    }

    @Test
    void rowsOfACursorAndOfACopy() throws Exception {
        seen(client -> {
            ask(client, "BEGIN");
            ask(client, "DECLARE c CURSOR FOR SELECT full_name, email, phone FROM customers WHERE id < 5");
            ask(client, "SELECT 1, 2, 3");
            ask(client, "FETCH 2 FROM c");
            ask(client, "SELECT 1, 2, 3");
            ask(client, "FETCH ALL FROM c");
            ask(client, "COMMIT");
            ask(client, "COPY (SELECT iban FROM customers WHERE id < 5) TO STDOUT");
        });
    }

    @Test
    void wordsThatQuoteAValue() throws Exception {
        String seen = seen(client -> {
            ask(client, "SELECT full_name, email, phone, iban FROM customers WHERE id < 5");
            ask(client, "SELECT full_name::int FROM customers WHERE id = 1");
        });

        assertThat(seen).contains("hidden: these words could quote what you may not see");
    }

    @Test
    void exactBytesAreOnlyForThoseWhoMaySeeAllOfThem() throws Exception {
        String session =
                spoken(DemoPart.OFFICER, client -> ask(client, "SELECT full_name, email FROM customers WHERE id < 5"));

        var refused = as(DemoPart.OPERATOR, "sessions", "play", session, "--raw");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.bytes()).isEmpty();
        assertThat(refused.err()).contains("Your masks are stricter");
        assertThat(as(DemoPart.OFFICER, "sessions", "play", session, "--raw").out())
                .contains(secrets.getFirst());
    }

    @Test
    void whatTheClientWasShownMaskedIsReplayedExactlyToWhomeverHasTheSameMasks() throws Exception {
        String session = spoken(DemoPart.AGENT, client -> {
            ask(client, "SELECT full_name, email, phone, iban FROM customers WHERE id < 5");
            ask(client, "SELECT full_name::int FROM customers WHERE id = 1");
        });

        for (DemoPart part : List.of(DemoPart.OPERATOR, DemoPart.OFFICER)) {
            var ran = as(part, "sessions", "play", session);
            assertThat(ran.err()).doesNotContain("hidden");
            assertThat(ran.out()).contains("***@").doesNotContain(secrets);
            assertThat(as(part, "sessions", "play", session, "--raw").exit()).isZero();
        }
    }

    @Test
    void bodiesOfAnApiAreShownWholeOrNotAtAll() throws Exception {
        var ran = Client.of("curl", Map.of())
                .with(List.of("-sS", "-K", "-"))
                .with(List.of(
                        "--cacert", demo.certificateAuthority().toString(), demo.httpUrl() + "/http/crm/customers/1"))
                .saying("header = \"Authorization: Bearer " + demo.token(DemoPart.OFFICER) + "\"\n")
                .run();
        assertThat(ran.out()).contains("email").doesNotContain("redacted");

        String session = lastSessionOf(DemoPart.OFFICER);
        assertThat(as(DemoPart.OFFICER, "sessions", "play", session).out()).contains(ran.out());
        assertThat(as(DemoPart.OPERATOR, "sessions", "play", session).out())
                .contains("GET /customers/1", "hidden: they hold what you may not see")
                .doesNotContain("email", "HTTP/1.1 200");
    }
}
