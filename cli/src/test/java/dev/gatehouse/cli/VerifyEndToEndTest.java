package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Durability;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.LogRecorder;
import dev.gatehouse.recording.RecorderSettings;
import dev.gatehouse.recording.log.LocalDisk;
import dev.gatehouse.secret.GatewayKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `verify` on a record that a gateway's recorder wrote.
class VerifyEndToEndTest {
    private static final InstantSource CLOCK = InstantSource.fixed(ServedGateway.NOW);

    @TempDir
    Path folder;

    private Path data = Path.of(".");
    private String key = "";
    private Terminal terminal = new Terminal(Path.of("."));

    @BeforeEach
    void record() throws IOException {
        terminal = new Terminal(folder);
        data = Files.createDirectories(folder.resolve("data"));
        var random = new SecureRandom();
        try (GatewayKeys keys = GatewayKeys.create(folder.resolve("keys"), "test", CLOCK, random)) {
            key = keys.verifierKey().toString();
            var settings = RecorderSettings.DEFAULT;
            try (var recorder = LogRecorder.open(data, keys, settings, new LocalDisk(), CLOCK, random)) {
                for (int i = 0; i < 3; i++) {
                    session(recorder, Id.random(random));
                }
            }
        }
    }

    private static void session(LogRecorder recorder, Id id) {
        try (var recording = recorder.open(id)) {
            recording.append(
                    new Event.SessionStarted(ServedGateway.NOW, id, "shop"),
                    Durability.SYNCED,
                    Content.of(Content.Kind.DETAIL, Slice.utf8("somebody")));
            recording.append(new Event.SessionEnded(ServedGateway.NOW, id, "closed"), Durability.SYNCED);
        }
    }

    @Test
    void aWholeRecordFits() {
        assertThat(terminal.run("verify", data.toString(), "--key", key)).isEqualTo(Exit.DONE);
        assertThat(terminal.out())
                .contains("Everything fits.", "sessions  3 in 3 recordings", "nowhere outside", "unsigned  nothing");
        assertThat(terminal.err()).contains("Checking");
    }

    @Test
    void aKeptCheckpointAnchorsTheRecord() throws IOException {
        Path kept = Files.copy(data.resolve("log/checkpoint"), folder.resolve("kept"));

        terminal.run("verify", data.toString(), "--key", key, "--checkpoint", kept.toString(), "-o", "json");

        assertThat(terminal.out()).contains("\"ok\":true", "\"anchored\":{\"entries\":6", "\"keyGiven\":true");
    }

    @Test
    void withoutAKeyItSaysWhatThatProves() {
        assertThat(terminal.run("verify", data.toString())).isEqualTo(Exit.DONE);
        assertThat(terminal.out()).contains("found beside the log");
    }

    @Test
    void anAlteredByteIsFoundAndNamed() throws IOException {
        Path altered = recordings().findFirst().orElseThrow();
        byte[] bytes = Files.readAllBytes(altered);
        bytes[bytes.length - 1] ^= 1;
        Files.write(altered, bytes);

        assertThat(terminal.run("verify", data.toString(), "--key", key)).isEqualTo(Exit.REFUSED);
        assertThat(terminal.out())
                .contains("DOES NOT FIT", "altered", altered.getFileName().toString())
                .doesNotContain("Everything fits");
        assertThat(terminal.run("verify", data.toString(), "--key", key, "-o", "json"))
                .isEqualTo(Exit.REFUSED);
        assertThat(terminal.out()).contains("\"ok\":false", "\"problem\":\"altered\"");
    }

    private Stream<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("recordings"))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @Test
    void anotherKeyIsAFinding() {
        String other = "other+6c2a2b5e+AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB";

        assertThat(terminal.run("verify", data.toString(), "--key", other)).isIn(Exit.REFUSED, Exit.USAGE);
        assertThat(terminal.run("verify", data.toString(), "--key", "nonsense")).isEqualTo(Exit.USAGE);
        assertThat(terminal.err()).contains("--key");
    }
}
