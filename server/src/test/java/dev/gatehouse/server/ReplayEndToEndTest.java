package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.Bind;
import dev.gatehouse.postgres.wire.Describe;
import dev.gatehouse.postgres.wire.Execute;
import dev.gatehouse.postgres.wire.Formats;
import dev.gatehouse.postgres.wire.FrontendMessage;
import dev.gatehouse.postgres.wire.Parse;
import dev.gatehouse.postgres.wire.Prepared;
import dev.gatehouse.postgres.wire.Query;
import dev.gatehouse.postgres.wire.Sync;
import dev.gatehouse.postgres.wire.Values;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.SessionSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract of the record: what a client received is what replay shows, byte for byte.
@Tag("slow")
class ReplayEndToEndTest {
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

    private interface Conversation {
        void with(WireClient client) throws IOException;
    }

    /// Has a conversation, then compares; returns the bytes as text.
    private static String compared(DemoPart part, Conversation conversation) throws Exception {
        byte[] received;
        try (var client = WireClient.connect(demo, part)) {
            conversation.with(client);
            client.leave();
            received = client.received();
        }
        var record = RecordOf.gateway(demo);
        SessionSummary session = record.sessions().stream()
                .filter(summary -> record.isBy(summary, demo.user(part)))
                .toList()
                .getLast();
        assertThat(record.replay(session.session())).isEqualTo(received);
        return new String(received, StandardCharsets.UTF_8);
    }

    private static void ask(WireClient client, String text) throws IOException {
        client.send(new Query(Slice.utf8(text)));
        client.upTo('Z');
    }

    @Test
    void simpleQueries() throws Exception {
        var bytes = compared(DemoPart.AGENT, client -> {
            ask(client, "SELECT 1, 'zwei', NULL");
            ask(client, "");
            ask(client, "SELECT 1; SELECT 2");
            ask(client, "SET application_name TO 'other'");
        });
        assertThat(bytes).contains("zwei");
    }

    @Test
    void maskedAnswersWithTheirNotice() throws Exception {
        var bytes = compared(DemoPart.AGENT, client -> ask(client, "SELECT * FROM customers WHERE id < 50"));
        assertThat(bytes).contains("***@").contains("Gatehouse masks personal data");
    }

    @Test
    void clearAnswers() throws Exception {
        var bytes = compared(DemoPart.OFFICER, client -> ask(client, "SELECT * FROM customers WHERE id < 500"));
        assertThat(bytes).contains("@").doesNotContain("[redacted]");
    }

    @Test
    void refusalsErrorsAndNotices() throws Exception {
        var bytes = compared(DemoPart.ENGINEER, client -> {
            ask(client, "DELETE FROM customers");
            ask(client, "SELECT 1/0");
            ask(client, "SELEKT");
            ask(client, "DROP TABLE IF EXISTS nothing_of_that_name");
        });
        assertThat(bytes).contains("no-whole-table-writes").contains("22012").contains("42601");
        assertThat(bytes).contains("does not exist, skipping");
    }

    @Test
    void theExtendedProtocolInTextAndBinary() throws Exception {
        var bytes = compared(DemoPart.AGENT, client -> {
            for (Formats formats : List.of(Formats.TEXT, Formats.BINARY)) {
                client.send(extended("SELECT id, email, birth_date FROM customers WHERE id < $1", "20", formats));
                client.upTo('Z');
            }
            client.send(extended("DELETE FROM customers WHERE $1 > 0", "1", Formats.TEXT));
            client.upTo('Z');
        });
        assertThat(bytes).contains("***@").contains("42501");
    }

    private static FrontendMessage[] extended(String text, String parameter, Formats results) {
        return new FrontendMessage[] {
            new Parse("", Slice.utf8(text), List.of(23)),
            new Bind("", "", Formats.TEXT, Values.of(List.of(java.util.Optional.of(Slice.utf8(parameter)))), results),
            new Describe(Prepared.PORTAL, ""),
            new Execute("", 0),
            new Sync()
        };
    }

    @Test
    void anAnswerThatALimitStops() throws Exception {
        var bytes = compared(
                DemoPart.LEAD, client -> ask(client, "SELECT id, email FROM customers WHERE id BETWEEN 1 AND 2000"));
        assertThat(bytes).contains("bulk-export");
    }

    @Test
    void aLargeAnswer() throws Exception {
        compared(
                DemoPart.AGENT,
                client -> ask(client, "SELECT n, repeat('x', 500) FROM generate_series(1, 20000) AS n"));
    }

    @Test
    void everyOperationHasOneEndOnRecord() throws Exception {
        compared(DemoPart.ENGINEER, client -> {
            ask(client, "SELECT 1");
            ask(client, "SELECT 1/0");
            ask(client, "DELETE FROM customers");
        });
        var record = RecordOf.gateway(demo);
        var session = record.sessions().stream()
                .filter(summary -> record.isBy(summary, demo.user(DemoPart.ENGINEER)))
                .toList()
                .getLast();
        var ends = record.events(session.session()).stream()
                .map(recorded -> recorded.event())
                .filter(Event.Answered.class::isInstance)
                .map(event -> ((Event.Answered) event).operation())
                .toList();
        assertThat(ends).isNotEmpty().doesNotHaveDuplicates();
    }
}
