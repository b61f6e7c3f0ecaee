package dev.gatehouse.server.admin;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Durability;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.LogRecorder;
import dev.gatehouse.recording.RecorderSettings;
import dev.gatehouse.recording.RuleVote;
import dev.gatehouse.recording.SessionRecording;
import dev.gatehouse.recording.cbor.Cbor;
import dev.gatehouse.recording.cbor.CborWriter;
import dev.gatehouse.recording.log.LocalDisk;
import dev.gatehouse.secret.GatewayKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A real record of invented sessions, as a gateway would write it.
final class WrittenLog implements AutoCloseable {
    static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    final Path data;
    final GatewayKeys keys;
    private final InstantSource clock = InstantSource.fixed(BEGIN);
    private final SecureRandom random = new SecureRandom();
    private LogRecorder recorder;

    WrittenLog(Path directory) throws IOException {
        data = directory.resolve("data");
        keys = GatewayKeys.create(directory.resolve("keys"), "test", clock, random);
        recorder = open();
    }

    private LogRecorder open() throws IOException {
        return LogRecorder.open(
                data,
                keys,
                new RecorderSettings(RecorderSettings.Sync.GROUP, Duration.ZERO, 64 << 10),
                new LocalDisk(),
                clock,
                random);
    }

    void reopen() throws IOException {
        recorder.close();
        recorder = open();
    }

    RecordedSessions sessions(boolean keeping) {
        return new RecordedSessions(data, keys, recorder::settle, recorder::size, keeping, Views.ofEverything());
    }

    void settle() {
        recorder.settle();
    }

    long size() {
        return recorder.size();
    }

    /// A session of `who` that asks `count` statements, one a second; every third is denied.
    Id session(String who, Instant at, int count) {
        return session(Id.random(random), who, at, count);
    }

    Id session(Id id, String who, Instant at, int count) {
        try (SessionRecording recording = recorder.open(id)) {
            recording.append(new Event.SessionStarted(at, id, "shop"), Durability.WRITTEN, identity(who));
            for (int i = 0; i < count; i++) {
                statement(recording, id, at.plusSeconds(i), i);
            }
            recording.append(new Event.SessionEnded(at.plusSeconds(count), id, "closed"), Durability.WRITTEN);
        }
        return id;
    }

    private void statement(SessionRecording recording, Id id, Instant at, int number) {
        var operation = Id.random(random);
        boolean denied = number % 3 == 2;
        Content literals = sealed(Content.Kind.STATEMENT_LITERALS, Map.of("shape", new Cbor.Whole(0)));
        recording.append(new Event.Asked(at, id, operation, "statement"), Durability.WRITTEN, literals);
        var decided = new Event.Decided(
                at,
                id,
                operation,
                denied ? "deny" : "allow",
                List.of(new RuleVote(denied ? "no-way" : "reads", denied ? "deny" : "allow", false)));
        if (number == 0) {
            recording.append(decided, Durability.WRITTEN, understood());
        } else {
            recording.append(decided, Durability.WRITTEN);
        }
        recording.append(new Event.Delivered(at, id, 0, 10), Durability.WRITTEN);
    }

    private static Content understood() {
        var column = fields(Map.of(
                "name", new Cbor.Text("email"),
                "categories", new Cbor.Sequence(List.of(new Cbor.Text("contact.email"))),
                "mask", new Cbor.Text("partial")));
        return sealed(
                Content.Kind.UNDERSTOOD,
                Map.of(
                        "shape", new Cbor.Whole(0),
                        "relations", new Cbor.Sequence(List.of(new Cbor.Text("public.customers"))),
                        "answers", new Cbor.Sequence(List.of(new Cbor.Sequence(List.of(column))))));
    }

    private static Content identity(String who) {
        return sealed(
                Content.Kind.IDENTITY,
                Map.of(
                        "who", new Cbor.Text(who),
                        "issuer", new Cbor.Text("corp"),
                        "kind", new Cbor.Text("person"),
                        "root", new Cbor.Text("corp:" + who)));
    }

    private static Cbor.Fields fields(Map<String, Cbor> map) {
        var sorted = new TreeMap<String, Cbor>(Cbor.KEY_ORDER);
        sorted.putAll(map);
        return new Cbor.Fields(sorted);
    }

    private static Content sealed(Content.Kind kind, Map<String, Cbor> map) {
        return Content.of(kind, Slice.of(CborWriter.write(fields(map))));
    }

    @Override
    public void close() throws IOException {
        recorder.close();
        keys.close();
    }
}
