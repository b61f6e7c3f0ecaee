package dev.gatehouse.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.FailingDisk.Manner;
import dev.gatehouse.recording.log.LogReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The record is written with a disk whose n-th operation fails, for every n.
class CrashEndToEndTest {
    private static final int PLENTY = 1_000_000;

    @TempDir
    Path directory;

    /// What the recorder said yes to.
    private record Confirmed(List<Id> written, List<Id> synced) {}

    @Test
    void whateverOperationFailsNothingConfirmedIsLost() throws IOException {
        int n = 1;
        while (runs(n, Manner.ONCE)) {
            n++;
        }
        assertThat(n).isGreaterThan(50);
    }

    @Test
    void whereverTheProcessDiesNothingConfirmedIsLost() throws IOException {
        int n = 1;
        while (runs(n, Manner.FOR_GOOD)) {
            n++;
        }
        assertThat(n).isGreaterThan(50);
    }

    /// Runs with the n-th operation failing; gives whether there was an n-th.
    private boolean runs(int n, Manner manner) throws IOException {
        var record = new RecordFixture(directory.resolve(manner + "-" + n));
        var disk = new FailingDisk(n, manner);
        var confirmed = new Confirmed(new ArrayList<>(), new ArrayList<>());
        boolean opened = work(record, disk, confirmed);
        if (opened) {
            assertClean(record, manner + " " + n + " before recovery");
            assertThat(operations(record)).as("%s %d", manner, n).containsAll(confirmed.written);
        }
        record.open(new FailingDisk(PLENTY, Manner.ONCE), RecordFixture.BY_HAND).close();
        assertClean(record, manner + " " + n + " after recovery");
        assertThat(operations(record)).as("%s %d", manner, n).containsAll(confirmed.written);
        return disk.operations() >= n;
    }

    @Test
    void aStartReadsTheLogSinceTheLastStartOnly() throws IOException {
        var record = new RecordFixture(directory.resolve("long"));
        Id lost = record.id();
        for (int life = 0; life < 3; life++) {
            try (var recorder = record.open()) {
                recorder.append(new Event.GatewayStarted(RecordFixture.NOON, "test", record.id()), Durability.SYNCED);
                for (int i = 0; i < 1_000; i++) {
                    recorder.append(new Event.AccessRead(RecordFixture.NOON, "test"), Durability.BUFFERED);
                }
                if (life == 2) {
                    recorder.open(lost)
                            .append(new Event.SessionStarted(RecordFixture.NOON, lost, "shop"), Durability.SYNCED);
                }
                recorder.settle();
            }
        }
        Files.delete(record.data.resolve("log/tile/entries/000"));
        record.open().close();
        List<Event> last = new ArrayList<>();
        new LogReader(record.data.resolve("log"))
                .readSince(entry -> event(entry) instanceof Event.GatewayStarted, (_, entry) -> last.add(event(entry)));
        assertThat(last).contains(new Event.SessionEnded(RecordFixture.NOON, lost, "lost"));
    }

    private static Event event(Slice entry) throws IOException {
        try {
            return Entry.decode(entry).event();
        } catch (Entry.Malformed impossible) {
            throw new IOException(impossible);
        }
    }

    @Test
    void aFullDiskIsSaidOnRecordInTheRoomThatWasReserved() throws IOException {
        int reserve = 1 << 20;
        for (int room = reserve + 2_000; room < reserve + 60_000; room += 1_500) {
            var record = new RecordFixture(directory.resolve("full-" + room));
            try (var recorder = record.open(new FullDisk(room), RecordFixture.BY_HAND)) {
                assertThat(fails(() -> fill(record, recorder))).isTrue();
            } catch (IOException noRoomToBegin) {
                continue;
            }
            assertClean(record, "room " + room);
            List<Event> events = new ArrayList<>();
            try (var reader = new RecordingReader(record.data, record.keys)) {
                reader.gatewayEvents(recorded -> events.add(recorded.event()));
            }
            assertThat(events).as("room %d", room).hasAtLeastOneElementOfType(Event.RecordFailed.class);
        }
    }

    /// Records until it cannot.
    private static void fill(RecordFixture record, LogRecorder recorder) {
        while (true) {
            Id session = record.id();
            SessionRecording recording = recorder.open(session);
            recording.append(new Event.SessionStarted(RecordFixture.NOON, session, "shop"), Durability.SYNCED);
            record.statement(recording, session, "SELECT 1", "x".repeat(500), 0);
            recorder.settle();
        }
    }

    @Test
    void aLossOfPowerLosesNothingThatWasSynced() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int run = 0; run < 20; run++) {
            var record = new RecordFixture(directory.resolve("power-" + run));
            var disk = new FailingDisk(10 + random.nextInt(140), Manner.FOR_GOOD);
            var confirmed = new Confirmed(new ArrayList<>(), new ArrayList<>());
            if (work(record, disk, confirmed)) {
                disk.losePower(random);
                record.open(new FailingDisk(PLENTY, Manner.ONCE), RecordFixture.BY_HAND)
                        .close();
                assertClean(record, "seed " + seed + " run " + run);
                assertThat(operations(record)).as("seed %d run %d", seed, run).containsAll(confirmed.synced);
            }
        }
    }

    @Test
    void afterAFailureNothingIsRecordedAndTheFailureIs() throws IOException {
        var probe = new FailingDisk(PLENTY, Manner.ONCE);
        var record = new RecordFixture(directory.resolve("probe"));
        record.open(probe, RecordFixture.BY_HAND).close();
        var failing = new RecordFixture(directory.resolve("failing"));
        var disk = new FailingDisk(probe.operations() + 1, Manner.ONCE);
        LogRecorder recorder = failing.open(disk, RecordFixture.BY_HAND);
        var event = new Event.GatewayStopped(RecordFixture.NOON, "test");
        assertThat(fails(() -> recorder.append(event, Durability.SYNCED))).isTrue();
        assertThat(fails(() -> recorder.append(event, Durability.BUFFERED))).isTrue();
        assertThat(fails(() -> recorder.open(failing.id()))).isTrue();
        recorder.close();
        assertClean(failing, "after a failure");
        try (var reader = new RecordingReader(failing.data, failing.keys)) {
            List<Event> events = new ArrayList<>();
            reader.gatewayEvents(recorded -> events.add(recorded.event()));
            assertThat(events).hasAtLeastOneElementOfType(Event.RecordFailed.class);
        }
        assertThat(failing.data.resolve("log/reserve")).doesNotExist();
        failing.open().close();
        assertThat(failing.data.resolve("log/reserve")).hasSize(1 << 20);
    }

    /// Two lives of a gateway on `disk`; gives whether the record was ever opened.
    private static boolean work(RecordFixture record, FailingDisk disk, Confirmed confirmed) throws IOException {
        boolean opened = false;
        for (int life = 0; life < 2; life++) {
            LogRecorder recorder;
            try {
                recorder = record.open(disk, RecordFixture.BY_HAND);
            } catch (IOException failed) {
                return opened;
            }
            opened = true;
            try {
                sessions(record, recorder, confirmed);
            } finally {
                closeAsFarAsPossible(recorder);
            }
        }
        return true;
    }

    private static void sessions(RecordFixture record, LogRecorder recorder, Confirmed confirmed) {
        try {
            for (int i = 0; i < 2; i++) {
                Id session = record.id();
                SessionRecording recording = recorder.open(session);
                recording.append(new Event.SessionStarted(RecordFixture.NOON, session, "shop"), Durability.SYNCED);
                ask(record, recording, session, Durability.WRITTEN, confirmed);
                for (int j = 0; j < 65; j++) {
                    recording.append(new Event.Delivered(RecordFixture.NOON, session, j, 1), Durability.BUFFERED);
                }
                ask(record, recording, session, Durability.SYNCED, confirmed);
                recorder.settle();
                ask(record, recording, session, Durability.WRITTEN, confirmed);
                if (i != 1) {
                    recording.append(
                            new Event.SessionEnded(RecordFixture.NOON, session, "client"), Durability.BUFFERED);
                    recording.close();
                }
            }
        } catch (RecordingFailed failed) {
            assertThat(failed).hasMessageContaining("restart the gateway");
        }
    }

    private static void ask(
            RecordFixture record, SessionRecording recording, Id session, Durability durability, Confirmed confirmed) {
        Id operation = record.id();
        recording.append(
                new Event.Asked(RecordFixture.NOON, session, operation, "statement"),
                durability,
                RecordFixture.text(Content.Kind.STATEMENT_SHAPE, "select 1"));
        confirmed.written.add(operation);
        if (durability == Durability.SYNCED) {
            confirmed.synced.addAll(confirmed.written);
        }
    }

    private static void closeAsFarAsPossible(LogRecorder recorder) {
        try {
            recorder.close();
        } catch (IOException | RecordingFailed failed) {
            // As after a crash: what matters is what is found on disk.
        }
    }

    private static boolean fails(Runnable call) {
        try {
            call.run();
            return false;
        } catch (RecordingFailed expected) {
            return true;
        }
    }

    private static void assertClean(RecordFixture record, String when) throws IOException {
        Report report = Verifier.verify(record.data, Optional.of(record.keys.verifierKey()), Optional.empty());
        assertThat(report.finding()).as(when).isEmpty();
    }

    private static Set<Id> operations(RecordFixture record) throws IOException {
        Set<Id> operations = new HashSet<>();
        if (!Files.exists(record.data.resolve("log"))) {
            return operations;
        }
        try (var reader = new RecordingReader(record.data, record.keys)) {
            for (SessionSummary session : reader.sessions()) {
                reader.events(session.session(), recorded -> {
                    if (recorded.event() instanceof Event.Asked asked) {
                        assertThat(recorded.contents().getFirst().bytesOrEmpty().utf8())
                                .isEqualTo("select 1");
                        operations.add(asked.operation());
                    }
                });
            }
        }
        return operations;
    }
}
