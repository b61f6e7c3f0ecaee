package dev.gatehouse.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.log.LocalDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyEndToEndTest {
    @TempDir
    Path directory;

    @Test
    void nobodyElseCanReadWhatIsRecorded() throws IOException {
        var fixture = new RecordFixture(directory.resolve("gateway"));
        var id = new Id(1, 2);
        var recorder = fixture.open(new LocalDisk(), new RecorderSettings(RecorderSettings.Sync.GROUP, Duration.ZERO));
        try (recorder) {
            try (var recording = recorder.open(id)) {
                recording.append(
                        new Event.SessionStarted(RecordFixture.NOON, id, "shop"),
                        Durability.SYNCED,
                        Content.of(Content.Kind.IDENTITY, Slice.utf8("ada")));
            }
            recorder.settle();
        }
        try (var files = Files.walk(fixture.data)) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
            }
        }
    }
}
