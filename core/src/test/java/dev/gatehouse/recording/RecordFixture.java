package dev.gatehouse.recording;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.log.Disk;
import dev.gatehouse.recording.log.LocalDisk;
import dev.gatehouse.secret.GatewayKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// A data directory with keys beside it, and what a small gateway would record in it.
final class RecordFixture {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOON);
    static final RecorderSettings BY_HAND = new RecorderSettings(RecorderSettings.Sync.GROUP, Duration.ZERO, 20_000);

    final Path data;
    final GatewayKeys keys;
    final SecureRandom random = new SecureRandom();

    RecordFixture(Path directory) throws IOException {
        data = Files.createDirectories(directory.resolve("data"));
        Path keyDirectory = directory.resolve("keys");
        keys = Files.exists(keyDirectory)
                ? GatewayKeys.load(keyDirectory)
                : GatewayKeys.create(keyDirectory, "test", CLOCK, random);
    }

    LogRecorder open() throws IOException {
        return open(new LocalDisk(), BY_HAND);
    }

    LogRecorder open(Disk disk, RecorderSettings settings) throws IOException {
        return LogRecorder.open(data, keys, settings, disk, CLOCK, random);
    }

    Id id() {
        return Id.random(random);
    }

    static Content text(Content.Kind kind, String text) {
        return Content.of(kind, Slice.utf8(text));
    }

    /// One statement of `session`: asked, decided, answered, delivered.
    void statement(SessionRecording recording, Id session, String sql, String answer, long offset) {
        Id operation = id();
        recording.append(
                new Event.Asked(NOON, session, operation, "statement"),
                Durability.WRITTEN,
                text(Content.Kind.STATEMENT_SHAPE, sql),
                new Content(
                        Content.Kind.STATEMENT_LITERALS,
                        List.of("contact.email"),
                        Slice.utf8("jane"),
                        Slice.utf8("'x'")));
        recording.append(
                new Event.Decided(NOON, session, operation, "allow", List.of(new RuleVote("reads", "allow", false))),
                Durability.BUFFERED);
        recording.append(
                new Event.Delivered(NOON, session, offset, answer.length()),
                Durability.BUFFERED,
                text(Content.Kind.DELIVERED, answer));
        recording.append(
                new Event.Answered(NOON, session, operation, "ok", 1, answer.length(), 1500), Durability.WRITTEN);
    }

    /// A session of `statements` statements; gives what its client received.
    String session(LogRecorder recorder, Id session, int statements) {
        var received = new StringBuilder();
        try (SessionRecording recording = recorder.open(session)) {
            recording.append(
                    new Event.SessionStarted(NOON, session, "shop"),
                    Durability.SYNCED,
                    text(Content.Kind.IDENTITY, "ada@example.com"));
            for (int i = 0; i < statements; i++) {
                String answer = "row " + i + "\n";
                statement(recording, session, "select " + i, answer, received.length());
                received.append(answer);
            }
            recording.append(new Event.SessionEnded(NOON, session, "client"), Durability.WRITTEN);
        }
        return received.toString();
    }

    String replay(Id session) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var reader = new RecordingReader(data, keys)) {
            reader.replay(session, out);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
