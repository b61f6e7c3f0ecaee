package dev.gatehouse.server;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorded;
import dev.gatehouse.recording.RecordingReader;
import dev.gatehouse.recording.Report;
import dev.gatehouse.recording.SessionSummary;
import dev.gatehouse.recording.Verifier;
import dev.gatehouse.recording.cbor.Cbor;
import dev.gatehouse.recording.cbor.CborReader;
import dev.gatehouse.recording.cbor.NotCbor;
import dev.gatehouse.secret.GatewayKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is on record below a data directory, read with the gateway's keys.
record RecordOf(Path data, Path keys) {
    static RecordOf gateway(RunningDemo demo) {
        return new RecordOf(demo.data(), demo.keys());
    }

    private interface Reading<T> {
        T from(RecordingReader reader) throws IOException;
    }

    private <T> T read(Reading<T> reading) throws IOException {
        try (var opened = GatewayKeys.load(keys);
                var reader = new RecordingReader(data, opened)) {
            return reading.from(reader);
        }
    }

    Report verify() throws IOException {
        return Verifier.verify(data, Optional.empty(), Optional.empty());
    }

    List<SessionSummary> sessions() throws IOException {
        return read(RecordingReader::sessions);
    }

    List<Recorded> events(Id session) throws IOException {
        return read(reader -> reader.events(session));
    }

    List<Event> gatewayEvents() throws IOException {
        return read(reader -> {
            var events = new ArrayList<Event>();
            reader.gatewayEvents(recorded -> events.add(recorded.event()));
            return events;
        });
    }

    byte[] replay(Id session) throws IOException {
        return read(reader -> {
            var out = new ByteArrayOutputStream();
            reader.replay(session, out);
            return out.toByteArray();
        });
    }

    /// The contents of one kind in all sessions.
    List<Cbor> contents(Content.Kind kind) throws IOException {
        return read(reader -> {
            var found = new ArrayList<Cbor>();
            for (SessionSummary session : reader.sessions()) {
                reader.events(
                        session.session(),
                        recorded -> recorded.contents().stream()
                                .filter(content -> content.kind() == kind)
                                .forEach(content -> found.add(decoded(content.bytesOrEmpty()))));
            }
            return found;
        });
    }

    private static Cbor decoded(Slice bytes) {
        try {
            return CborReader.read(bytes);
        } catch (NotCbor damaged) {
            throw new IllegalStateException("a content on record is not CBOR", damaged);
        }
    }

    /// Whether `user` began this session.
    boolean isBy(SessionSummary session, String user) {
        try {
            return events(session.session()).getFirst().contents().stream()
                    .map(content -> text(decoded(content.bytesOrEmpty())))
                    .anyMatch(identity -> identity.contains("who=" + user));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Who began the sessions, as text.
    List<String> identities() throws IOException {
        return contents(Content.Kind.IDENTITY).stream().map(RecordOf::text).toList();
    }

    static String text(Cbor value) {
        return switch (value) {
            case Cbor.Bytes(var bytes) -> new String(bytes.toBytes(), StandardCharsets.UTF_8);
            case Cbor.Text(String text) -> text;
            case Cbor.Sequence(List<Cbor> items) ->
                items.stream().map(RecordOf::text).toList().toString();
            case Cbor.Fields(var fields) -> {
                var text = new StringBuilder();
                fields.forEach((key, field) ->
                        text.append(key).append('=').append(text(field)).append(' '));
                yield text.toString();
            }
            default -> value.toString();
        };
    }
}
