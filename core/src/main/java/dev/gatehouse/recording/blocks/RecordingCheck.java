package dev.gatehouse.recording.blocks;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.log.Finding;
import dev.gatehouse.recording.log.Finding.Found;
import dev.gatehouse.recording.log.Finding.Problem;
import dev.gatehouse.recording.log.MerkleHash;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks one recording against the log, block by block in the order of the entries. For one thread.
public final class RecordingCheck {
    /// More than a writer prepares.
    private static final int MOST_ROOM = 1 << 20;

    private final RecordingPath path;
    private final MessageDigest digest = MerkleHash.sha256();
    private final Map<Id, Long> zeroed = new HashMap<>();
    private final Map<Id, Long> intact = new HashMap<>();
    private @Nullable BlockFile file;
    private long offset = RecordingPath.FILE_HEADER;
    private long blocks;

    public RecordingCheck(RecordingPath path) {
        this.path = path;
    }

    public Id id() {
        return path.id();
    }

    public long blocks() {
        return blocks;
    }

    public long erased() {
        return zeroed.size();
    }

    /// The entry at `index` commits to `refs`: they must be the next blocks.
    public void check(long index, List<BlockRef> refs) throws IOException, Found {
        BlockFile open = open(index);
        for (BlockRef ref : refs) {
            block(open, index, ref);
            slot(open, index, ref);
            blocks++;
        }
    }

    private void block(BlockFile open, long index, BlockRef ref) throws IOException, Found {
        if (ref.sequence() != blocks) {
            throw Finding.of(Problem.MISSING, path.blocks(), "block " + blocks + ", which no entry speaks of")
                    .atEntry(index)
                    .atByte(offset)
                    .found();
        }
        Optional<BlockFile.Block> block = open.blockAt(offset);
        boolean fits = block.isPresent()
                && block.get().header().sequence() == ref.sequence()
                && block.get().header().id().equals(ref.id())
                && sha256(block.get().bytes()).equals(ref.sealedHash());
        if (!fits) {
            boolean ends = offset >= open.blocksLength();
            throw Finding.of(
                            ends ? Problem.MISSING : Problem.ALTERED,
                            path.blocks(),
                            ends ? "the file ends before a block of the log" : "not the block that the log commits to")
                    .atEntry(index)
                    .atByte(offset)
                    .found();
        }
        offset = block.get().end();
    }

    private void slot(BlockFile open, long index, BlockRef ref) throws IOException, Found {
        byte[] slot = open.slot(ref.sequence());
        if (slot.length == KeySlot.BYTES && KeySlot.isErased(slot)) {
            zeroed.put(ref.id(), ref.sequence());
        } else if (sha256(Slice.of(slot)).equals(ref.slotHash())) {
            intact.put(ref.id(), ref.sequence());
        } else {
            throw Finding.of(Problem.ALTERED, path.keys(), "neither the key that the log commits to nor an erased one")
                    .atEntry(index)
                    .atByte(KeySlot.position(ref.sequence()))
                    .found();
        }
    }

    /// All entries have been seen; `named` are the blocks that the log says were erased.
    public void finish(Set<Id> named, boolean ended, List<String> notes) throws IOException, Found {
        for (Map.Entry<Id, Long> each : zeroed.entrySet()) {
            if (!named.contains(each.getKey())) {
                throw Finding.of(Problem.ALTERED, path.keys(), "a key was destroyed, and no entry says so")
                        .atByte(KeySlot.position(each.getValue()))
                        .found();
            }
        }
        if (intact.keySet().stream().anyMatch(named::contains)) {
            notes.add(path.keys().getFileName() + " still holds keys that the log says were erased; erase them again");
        }
        requireEnd(path.blocks(), offset, ended, notes);
        requireEnd(path.keys(), KeySlot.position(blocks), ended, notes);
        close();
    }

    private static void requireEnd(Path file, long end, boolean ended, List<String> notes) throws IOException, Found {
        long length = ended ? Files.size(file) : written(file, end);
        if (length > end && ended) {
            throw Finding.of(Problem.EXTRA, file, "bytes behind the last block of a session that has ended")
                    .atByte(end)
                    .found();
        }
        if (length > end) {
            notes.add(file.getFileName() + " has " + (length - end) + " bytes that no entry speaks of yet");
        }
    }

    /// The length without the zeros of room that is prepared while a session goes on.
    private static long written(Path file, long end) throws IOException {
        try (var access = new RandomAccessFile(file.toFile(), "r")) {
            long length = access.length();
            var rest = new byte[Math.clamp(length - end, 0, MOST_ROOM)];
            access.seek(end);
            if (access.read(rest) < rest.length) {
                return access.length(); // taken back meanwhile
            }
            return rest.length == length - end && Arrays.equals(rest, new byte[rest.length]) ? end : length;
        }
    }

    private BlockFile open(long index) throws IOException, Found {
        BlockFile known = file;
        if (known != null) {
            return known;
        }
        try {
            var opened = new BlockFile(path);
            file = opened;
            if (!opened.blocksHeaderFits(path)) {
                throw Finding.of(Problem.ALTERED, path.blocks(), "not the beginning of this recording")
                        .atByte(0)
                        .found();
            }
            if (!opened.keysHeaderFits(path)) {
                throw Finding.of(Problem.ALTERED, path.keys(), "not the beginning of this recording's keys")
                        .atByte(0)
                        .found();
            }
            return opened;
        } catch (NoSuchFileException missing) {
            throw Finding.of(Problem.MISSING, Path.of(missing.getFile()), "a file that the log commits to")
                    .atEntry(index)
                    .found();
        }
    }

    private Slice sha256(Slice bytes) {
        digest.update(bytes.array(), bytes.offset(), bytes.length());
        return Slice.of(digest.digest());
    }

    /// Closes the files for now.
    public void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
