package dev.gatehouse.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.blocks.BlockPlace;
import dev.gatehouse.recording.log.Bundle;
import dev.gatehouse.recording.log.Finding.Problem;
import dev.gatehouse.recording.log.LocalDisk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierEndToEndTest {
    @TempDir
    Path directory;

    private RecordFixture record;

    @BeforeEach
    void keysAndDirectory() throws IOException {
        record = new RecordFixture(directory);
    }

    private Report verify() throws IOException {
        return Verifier.verify(record.data, Optional.of(record.keys.verifierKey()), Optional.empty());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(record.data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock") && !file.endsWith("reserve"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatAGatewayWroteIsClean() throws IOException {
        try (LogRecorder recorder = record.open()) {
            recorder.append(new Event.GatewayStarted(RecordFixture.NOON, "1", record.id()), Durability.SYNCED);
            for (int i = 0; i < 5; i++) {
                record.session(recorder, record.id(), 40);
                recorder.settle();
            }
        }
        Report report = verify();
        assertThat(report.finding()).isEmpty();
        assertThat(report.notes()).isEmpty();
        assertThat(report.sessions()).isEqualTo(5);
        assertThat(report.entries()).isEqualTo(1 + 5 * (2 + 40 * 2));
        assertThat(report.unsignedTail()).isZero();
        assertThat(report.blocks()).isEqualTo(5 * (1 + 40 * 3));
        assertThat(report.keyGiven()).isTrue();
    }

    @Test
    void everyAlteredByteIsFoundInItsFile() throws IOException {
        try (LogRecorder recorder = record.open()) {
            record.session(recorder, record.id(), 1);
        }
        flip(file -> true, 1);
    }

    @Test
    void bytesAlteredAnywhereInALogOfSeveralLevelsAreFound() throws IOException {
        try (LogRecorder recorder = record.open()) {
            record.session(recorder, record.id(), 70);
        }
        flip(file -> true, 307);
    }

    @Test
    void everyAlteredByteIsFoundInTheJournalOfAKilledGateway() throws IOException {
        LogRecorder recorder = record.open();
        record.session(recorder, record.id(), 1);
        recorder.settle();
        recorder.append(new Event.GatewayStopped(RecordFixture.NOON, "killed"), Durability.SYNCED);
        flip(file -> file.getFileName().toString().startsWith("journal-"), 1);
        recorder.close();
    }

    private void flip(Predicate<Path> which, int step) throws IOException {
        assertThat(verify().finding()).isEmpty();
        for (Path file : files().stream().filter(which).toList()) {
            byte[] content = Files.readAllBytes(file);
            for (int i = 0; i < written(file, content); i += step) {
                content[i] ^= 0x01;
                Files.write(file, content);
                Report report = verify();
                assertThat(report.finding()).as("%s, byte %d", file, i).isPresent();
                assertThat(report.finding().orElseThrow().file())
                        .as("byte %d", i)
                        .isEqualTo(file);
                content[i] ^= 0x01;
            }
            Files.write(file, content);
        }
        assertThat(verify().finding()).isEmpty();
    }

    /// Where the last record of a journal ends that was not closed, and the room behind it begins. What stands directly
    /// behind the record may be what a crash left of the next one.
    private static int written(Path file, byte[] content) {
        int end = content.length;
        while (file.getFileName().toString().startsWith("journal-") && content[end - 1] == 0) {
            end--;
        }
        return end;
    }

    @Test
    void bytesWrittenIntoPreparedRoomAreFound() throws IOException {
        LogRecorder recorder = record.open();
        record.session(recorder, record.id(), 1);
        recorder.settle();
        Path journal = files().stream()
                .filter(file -> file.getFileName().toString().startsWith("journal-"))
                .findFirst()
                .orElseThrow();
        byte[] content = Files.readAllBytes(journal);
        int end = written(journal, content);
        assertThat(content.length).isGreaterThan(end + 1000);
        for (int i = end + 20; i < content.length; i += 97) {
            content[i] = 1;
            Files.write(journal, content);
            assertThat(verify().finding().orElseThrow().file()).as("byte %d", i).isEqualTo(journal);
            content[i] = 0;
        }
        recorder.close();
    }

    @Test
    void everyMissingFileIsFound() throws IOException {
        try (LogRecorder recorder = record.open()) {
            record.session(recorder, record.id(), 70);
        }
        for (Path file : files()) {
            byte[] content = Files.readAllBytes(file);
            Files.delete(file);
            assertThat(verify().finding()).as("%s", file).isPresent();
            Files.write(file, content);
        }
    }

    @Test
    void everyShortenedOrLengthenedFileIsFound() throws IOException {
        try (LogRecorder recorder = record.open()) {
            record.session(recorder, record.id(), 70);
        }
        for (Path file : files()) {
            byte[] content = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(content, content.length - 1));
            if (!file.getFileName().toString().startsWith("journal-")) {
                assertThat(verify().finding()).as("%s is shorter", file).isPresent();
                Files.write(file, Arrays.copyOf(content, content.length + 1));
                assertThat(verify().finding()).as("%s is longer", file).isPresent();
            }
            Files.write(file, content);
        }
    }

    @Test
    void swappedAndDroppedBlocksAreFound() throws IOException {
        Id session = record.id();
        try (LogRecorder recorder = record.open()) {
            record.session(recorder, session, 3);
        }
        Path other = files().stream()
                .filter(f -> f.toString().endsWith(".blocks"))
                .findFirst()
                .orElseThrow();
        byte[] content = Files.readAllBytes(other);
        Files.write(other, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(verify().finding().orElseThrow().file()).isEqualTo(other);
        Files.write(other, content);
        Files.write(other, content, StandardOpenOption.APPEND);
        assertThat(verify().finding().orElseThrow().problem()).isEqualTo(Problem.EXTRA);
    }

    @Test
    void twoEntriesThatChangedPlacesAreFound() throws IOException {
        try (LogRecorder recorder = record.open()) {
            record.session(recorder, record.id(), 3);
        }
        Path bundle = files().stream()
                .filter(file -> file.toString().contains("entries"))
                .findFirst()
                .orElseThrow();
        byte[] content = Files.readAllBytes(bundle);
        List<Slice> entries = Bundle.split(Slice.of(content)).orElseThrow();
        for (int first = 0; first < entries.size() - 1; first++) {
            List<Slice> swapped = new ArrayList<>(entries);
            Collections.swap(swapped, first, first + 1);
            Files.write(bundle, bundled(swapped));
            assertThat(verify().finding())
                    .as("entries %d and %d", first, first + 1)
                    .isPresent();
        }
        Files.write(bundle, content);
        assertThat(verify().finding()).isEmpty();
    }

    @Test
    void aTailCutBehindAKeptCheckpointIsFound() throws IOException {
        Path early = directory.resolve("early");
        try (LogRecorder recorder = record.open()) {
            record.session(recorder, record.id(), 10);
        }
        copy(record.data, early);
        try (LogRecorder recorder = record.open()) {
            record.session(recorder, record.id(), 1);
        }
        Optional<byte[]> kept = Optional.of(Files.readAllBytes(new DataLayout(record.data).checkpoint()));
        Optional<byte[]> old = Optional.of(Files.readAllBytes(new DataLayout(early).checkpoint()));
        var key = Optional.of(record.keys.verifierKey());
        assertThat(Verifier.verify(early, key, Optional.empty()).clean()).isTrue();
        assertThat(Verifier.verify(early, key, kept).finding().orElseThrow().problem())
                .isEqualTo(Problem.CUT);
        Report grown = Verifier.verify(record.data, key, old);
        assertThat(grown.finding()).isEmpty();
        assertThat(grown.anchor().orElseThrow().entries()).isLessThan(grown.entries());
        assertThat(grown.anchor().orElseThrow().until()).contains(RecordFixture.NOON);
    }

    @Test
    void aLogRewrittenWithTheKeysIsFoundByAKeptCheckpoint() throws IOException {
        try (LogRecorder recorder = record.open()) {
            record.session(recorder, record.id(), 5);
        }
        Optional<byte[]> kept = Optional.of(Files.readAllBytes(new DataLayout(record.data).checkpoint()));
        var forged = new RecordFixture(directory.resolve("forged"));
        try (LogRecorder recorder = LogRecorder.open(
                forged.data, record.keys, RecordFixture.BY_HAND, new LocalDisk(), RecordFixture.CLOCK, record.random)) {
            record.session(recorder, record.id(), 5);
        }
        var key = Optional.of(record.keys.verifierKey());
        assertThat(Verifier.verify(forged.data, key, Optional.empty()).clean()).isTrue();
        assertThat(Verifier.verify(forged.data, key, kept)
                        .finding()
                        .orElseThrow()
                        .problem())
                .isEqualTo(Problem.REWRITTEN);
    }

    @Test
    void erasedContentsStayUnreadableAndTheRecordStaysWhole() throws IOException {
        Id session = record.id();
        try (LogRecorder recorder = record.open()) {
            record.session(recorder, session, 3);
            recorder.settle();
            List<BlockPlace> places = new ArrayList<>();
            try (var reader = new RecordingReader(record.data, record.keys)) {
                reader.events(
                        session,
                        recorded -> recorded.contents().stream()
                                .filter(content -> content.kind() == Content.Kind.DELIVERED)
                                .forEach(content -> places.add(content.place())));
            }
            recorder.erase(places);
            assertThat(places).hasSize(3);
        }
        Report report = verify();
        assertThat(report.finding()).isEmpty();
        assertThat(report.erased()).isEqualTo(3);
        assertThat(record.replay(session)).isEmpty();
        try (var reader = new RecordingReader(record.data, record.keys)) {
            assertThat(reader.events(session)
                            .getFirst()
                            .contents()
                            .getFirst()
                            .bytesOrEmpty()
                            .utf8())
                    .isEqualTo("ada@example.com");
        }
    }

    @Test
    void aKeyThatWasZeroedWithoutAnEntryIsFound() throws IOException {
        try (LogRecorder recorder = record.open()) {
            record.session(recorder, record.id(), 3);
        }
        Path keys = files().stream()
                .filter(f -> f.toString().endsWith(".keys"))
                .findFirst()
                .orElseThrow();
        byte[] content = Files.readAllBytes(keys);
        Arrays.fill(content, 20, 20 + 128, (byte) 0);
        Files.write(keys, content);
        assertThat(verify().finding().orElseThrow().file()).isEqualTo(keys);
    }

    @Test
    void withoutAGivenKeyTheReportSaysSo() throws IOException {
        try (LogRecorder recorder = record.open()) {
            record.session(recorder, record.id(), 1);
        }
        Report report = Verifier.verify(record.data, Optional.empty(), Optional.empty());
        assertThat(report.finding()).isEmpty();
        assertThat(report.keyGiven()).isFalse();
    }

    private static byte[] bundled(List<Slice> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Slice entry : entries) {
            bytes.write(entry.length() >> 8);
            bytes.write(entry.length());
            bytes.writeBytes(entry.toBytes());
        }
        return bytes.toByteArray();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
