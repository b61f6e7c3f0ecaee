package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.demo.DemoPart;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.CancelRequest;
import dev.gatehouse.postgres.wire.ErrorResponse;
import dev.gatehouse.postgres.wire.Format;
import dev.gatehouse.postgres.wire.Formats;
import dev.gatehouse.postgres.wire.FrontendMessage;
import dev.gatehouse.postgres.wire.FunctionCall;
import dev.gatehouse.postgres.wire.GssEncRequest;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.NegotiateProtocolVersion;
import dev.gatehouse.postgres.wire.Query;
import dev.gatehouse.postgres.wire.SslRequest;
import dev.gatehouse.postgres.wire.StartupMessage;
import dev.gatehouse.postgres.wire.Terminate;
import dev.gatehouse.postgres.wire.Values;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How clients come in, byte by byte: encryption, versions, keys, and what is refused by its kind.
@Tag("slow")
class FrontEndToEndTest {
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

    private static RawClient plain() throws IOException {
        return RawClient.plain("localhost", demo.port());
    }

    private static String user() {
        return demo.user(DemoPart.ENGINEER);
    }

    private static List<BackendMessage> logIn(RawClient client) throws IOException {
        return client.logIn(demo.token(DemoPart.ENGINEER));
    }

    @Test
    void gssIsDeclinedAndTlsAccepted() throws Exception {
        try (var plain = plain()) {
            plain.send(new GssEncRequest());
            assertThat(plain.letter()).isEqualTo('N');
            plain.send(new SslRequest());
            assertThat(plain.letter()).isEqualTo('S');
            var client = plain.secured(demo);
            client.send(new StartupMessage(0, RawClient.startup(user())));
            assertThat(RawClient.key(logIn(client)).key().length()).isEqualTo(4);
        }
    }

    @Test
    void tlsMayBeginAtOnceIfTheClientNamesTheProtocol() throws Exception {
        try (var client = plain().secured(demo, "postgresql")) {
            client.send(new StartupMessage(0, RawClient.startup(user())));
            logIn(client);
            client.send(new Query(Slice.utf8("SELECT 'in'")));
            assertThat(text(client.upTo('Z', 1))).contains("in");
        }
        assertThatThrownBy(() -> {
                    try (var client = plain().secured(demo)) {
                        client.send(new StartupMessage(0, RawClient.startup(user())));
                        client.message();
                    }
                })
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> plain().secured(demo, "http/1.1")).isInstanceOf(IOException.class);
    }

    @Test
    void protocol32HasLongKeysThatCancel() throws Exception {
        try (var client = plain().secured(demo, "postgresql")) {
            client.send(new StartupMessage(2, RawClient.startup(user())));
            var key = RawClient.key(logIn(client));
            assertThat(key.key().length()).isEqualTo(32);
            client.send(new Query(Slice.utf8("SELECT pg_sleep(600)")));
            demo.awaitDatabase("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
            try (var wrong = plain().secured(demo, "postgresql")) {
                wrong.send(new CancelRequest(key.processId(), Slice.of(new byte[32])));
                assertThat(wrong.letter()).isEqualTo(-1);
            }
            demo.awaitDatabase("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
            try (var cancel = plain()) {
                cancel.send(new CancelRequest(key.processId(), key.key()));
                assertThat(cancel.letter()).isEqualTo(-1);
            }
            assertThat(text(client.upTo('Z', 1))).contains("57014");
        }
    }

    @Test
    void laterVersionsAndOptionsAreNegotiatedDown() throws Exception {
        var parameters = new LinkedHashMap<>(RawClient.startup(user()));
        parameters.put("_pq_.something", "1");
        try (var client = plain().secured(demo, "postgresql")) {
            client.send(new StartupMessage(9999, parameters));
            var heard = logIn(client);
            assertThat(heard.getFirst())
                    .isEqualTo(new NegotiateProtocolVersion(3 << 16 | 2, List.of("_pq_.something")));
            assertThat(RawClient.key(heard).key().length()).isEqualTo(32);
        }
    }

    @Test
    void replicationIsRefusedOnRecord() throws Exception {
        for (String kind : List.of("true", "database")) {
            var parameters = RawClient.startup(user());
            parameters.put("replication", kind);
            try (var client = plain().secured(demo, "postgresql")) {
                client.send(new StartupMessage(0, parameters));
                assertThat(logIn(client).getLast())
                        .isInstanceOfSatisfying(
                                ErrorResponse.class,
                                error -> assertThat(error.diagnostic().sqlState())
                                        .isEqualTo("0A000"));
            }
        }
        demo.awaitDatabase("SELECT 1");
        assertThat(events().stream().map(Recorded::event).map(Object::toString))
                .anyMatch(event -> event.contains("replication-refused"));
    }

    @Test
    void functionCallsAndUnknownMessagesAreRefusedOnRecord() throws Exception {
        try (var client = RawClient.gateway(demo, DemoPart.ENGINEER)) {
            client.send(new FunctionCall(1598, Formats.TEXT, Values.NONE, Format.TEXT));
            assertThat(text(client.upTo('Z', 1))).contains("0A000").contains("rule=not-understood");
            client.send(new FrontendMessage.Unknown((byte) '!', Slice.utf8("?")));
            assertThat(text(client.upTo('Z', 1))).contains("08P01").contains("rule=not-understood");
            client.send(new Query(Slice.utf8("COPY products TO PROGRAM 'cat'; SELECT 'unreached'")));
            assertThat(text(client.upTo('Z', 1))).contains("42501").doesNotContain("unreached");
            client.send(new Query(Slice.utf8("COPY products TO '/tmp/products'")));
            assertThat(text(client.upTo('Z', 1))).contains("42501");
            client.send(new Query(Slice.utf8("SELECT 'still here'")), new Terminate());
            assertThat(text(client.upTo('Z', 1))).contains("still here");
            assertThat(client.letter()).isEqualTo(-1);
        }
        long refused = events().stream()
                .map(Recorded::event)
                .filter(Event.Decided.class::isInstance)
                .filter(event -> event.toString().contains("not-understood"))
                .count();
        assertThat(refused).isEqualTo(4);
    }

    @Test
    void aClientThatLeavesAtAnyByteLeavesNothingBehind() throws Exception {
        var out = new MessageWriter();
        new GssEncRequest().encode(out);
        new StartupMessage(0, RawClient.startup(user())).encode(out);
        var whole = out.toSlice();
        for (int cut = 0; cut <= whole.length(); cut++) {
            try (var client = plain()) {
                client.send(whole.part(0, cut));
                client.leave();
                assertThat(client.rest().length).as("after byte %d", cut).isLessThan(500);
            }
        }
        try (var client = RawClient.gateway(demo, DemoPart.ENGINEER)) {
            client.send(new Query(Slice.utf8("SELECT 'still ' || 'here'")));
            assertThat(text(client.upTo('Z', 1))).contains("still here");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<Recorded> events() throws IOException {
        var record = RecordOf.gateway(demo);
        var events = new java.util.ArrayList<Recorded>();
        for (var session : record.sessions()) {
            events.addAll(record.events(session.session()));
        }
        return events;
    }
}
