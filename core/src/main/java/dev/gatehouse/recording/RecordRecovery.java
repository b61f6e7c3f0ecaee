package dev.gatehouse.recording;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.blocks.BlockFile;
import dev.gatehouse.recording.blocks.BlockRef;
import dev.gatehouse.recording.blocks.KeySlot;
import dev.gatehouse.recording.blocks.RecordingPath;
import dev.gatehouse.recording.log.Disk;
import dev.gatehouse.recording.log.LogReader;
import dev.gatehouse.recording.log.LogRecovery;
import dev.gatehouse.recording.log.LogWriter;
import dev.gatehouse.recording.log.MerkleHash;
import dev.gatehouse.secret.GatewayKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens a record and puts in order what the last process left: entries whose blocks were lost with the power are cut,
/// blocks that no entry speaks of are cut, sessions without an end get one, and all of that is recorded.
final class RecordRecovery {
    private final Path data;
    private final Disk disk;
    private final GatewayKeys keys;
    private final InstantSource clock;

    /// How many blocks of each recording the log commits to, for recordings that may still have been open.
    private final Map<Id, Long> committed = new HashMap<>();
    private final Map<Id, Boolean> openSessions = new LinkedHashMap<>();

    RecordRecovery(Path data, Disk disk, GatewayKeys keys, InstantSource clock) {
        this.data = data;
        this.disk = disk;
        this.keys = keys;
        this.clock = clock;
    }

    LogWriter open(long journalBytes, LogWriter.Companions companions) throws IOException {
        Path log = new DataLayout(data).log();
        LogRecovery.Opened opened = LogRecovery.open(log, disk, keys, journalBytes, companions, this::holds);
        LogWriter writer = opened.writer();
        new LogReader(log).readSince(entry -> noneOpenBefore(decode(entry).event()), this::note);
        for (Map.Entry<Id, Long> each : committed.entrySet()) {
            cutUncommitted(each.getKey(), each.getValue());
        }
        for (Id lost : openSessions.keySet()) {
            append(writer, new Event.SessionEnded(clock.instant(), lost, "lost"));
        }
        if (opened.unsigned() > 0 || !openSessions.isEmpty()) {
            append(writer, new Event.Recovered(clock.instant(), opened.unsigned(), opened.cut(), openSessions.size()));
        }
        writer.publish();
        return writer;
    }

    /// The start of a gateway ends whatever sessions the one before had, and a stop in order has seen all of them end:
    /// older entries say nothing of open ones, and a start need not read them, however many there are.
    private static boolean noneOpenBefore(Event event) {
        return event instanceof Event.GatewayStarted
                || event instanceof Event.GatewayStopped(var _, String reason)
                        && reason.equals(Event.GatewayStopped.IN_ORDER);
    }

    /// Whether the blocks that an unsigned entry commits to are there.
    private boolean holds(long index, Slice bytes) throws IOException {
        Entry entry = decode(bytes);
        Id recording = entry.recording();
        if (recording == null) {
            return true;
        }
        var path = RecordingPath.of(new DataLayout(data).recordings(), recording);
        if (!Files.exists(path.blocks()) || !Files.exists(path.keys())) {
            return false;
        }
        try (var file = new BlockFile(path)) {
            for (BlockRef ref : entry.blocks()) {
                if (!holds(file, ref)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean holds(BlockFile file, BlockRef ref) throws IOException {
        Optional<BlockFile.Block> block = find(file, ref.sequence());
        return block.isPresent()
                && sha256(block.get().bytes().toBytes()).equals(ref.sealedHash())
                && sha256(file.slot(ref.sequence())).equals(ref.slotHash());
    }

    private static Optional<BlockFile.Block> find(BlockFile file, long sequence) throws IOException {
        Optional<BlockFile.Block> block = file.blockAt(RecordingPath.FILE_HEADER);
        while (block.isPresent() && block.get().header().sequence() < sequence) {
            block = file.blockAt(block.get().end());
        }
        return block;
    }

    private void note(long index, Slice bytes) throws IOException {
        Entry entry = decode(bytes);
        Id recording = entry.recording();
        if (recording != null && !entry.blocks().isEmpty()) {
            committed.put(recording, entry.blocks().getLast().sequence() + 1);
        }
        switch (entry.event()) {
            case Event.SessionStarted started -> openSessions.put(started.session(), true);
            case Event.SessionEnded ended -> {
                openSessions.remove(ended.session());
                committed.remove(ended.session());
            }
            default -> {}
        }
    }

    /// Cuts the blocks that were written but whose entries were not.
    private void cutUncommitted(Id recording, long blocks) throws IOException {
        var path = RecordingPath.of(new DataLayout(data).recordings(), recording);
        if (!Files.exists(path.blocks()) || !Files.exists(path.keys())) {
            return;
        }
        long end;
        long keysEnd;
        try (var file = new BlockFile(path)) {
            Optional<BlockFile.Block> last = find(file, blocks - 1);
            end = last.isPresent() ? last.get().end() : file.blocksLength();
            keysEnd = file.keysLength();
        }
        if (Files.size(path.blocks()) > end) {
            disk.truncate(path.blocks(), end);
        }
        if (keysEnd > KeySlot.position(blocks)) {
            disk.truncate(path.keys(), KeySlot.position(blocks));
        }
    }

    private static void append(LogWriter writer, Event event) throws IOException {
        writer.append(new Entry(event, null, List.of()).encode());
    }

    private static Entry decode(Slice bytes) throws IOException {
        try {
            return Entry.decode(bytes);
        } catch (Entry.Malformed e) {
            throw new IOException("the log holds an entry that is none: " + e.getMessage());
        }
    }

    private static Slice sha256(byte[] bytes) {
        return Slice.of(MerkleHash.sha256().digest(bytes));
    }
}
