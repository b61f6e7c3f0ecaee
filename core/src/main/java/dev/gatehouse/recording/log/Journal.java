package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The append-only file of the newest entries, and its predecessors until their entries are durable in full tiles.
///
/// Each journal begins at a multiple of 256 with copies of the entries of the bundle that was filling, so that full
/// tiles and the journals together are always the whole log. The caller locks.
final class Journal implements Closeable {
    private record Retired(Path file, long neededUntil) {}

    private final Path log;
    private final String origin;
    private final Disk disk;
    private final long large;
    private final List<Retired> retired = new ArrayList<>();

    private @Nullable AppendFile file;
    private Path path;
    private long first = -1;
    private long whole;

    /// A journal below `log` that goes to a new file when it exceeds `large` bytes; `left` are the files found there.
    Journal(Path log, String origin, Disk disk, long large, List<Path> left) {
        this.log = log;
        this.origin = origin;
        this.disk = disk;
        this.large = large;
        this.path = log;
        left.forEach(each -> retired.add(new Retired(each, Long.MAX_VALUE)));
    }

    /// Begins a new file with the bundle that is filling and the checkpoint over everything before.
    void begin(LogTail.Bundle bundle, byte[] checkpoint) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(JournalRecord.encode(JournalRecord.Kind.BEGIN, JournalRecord.begin(bundle.first(), origin)));
        for (byte[] entry : bundle.entries()) {
            bytes.writeBytes(JournalRecord.encode(JournalRecord.Kind.ENTRY, entry));
        }
        bytes.writeBytes(JournalRecord.encode(JournalRecord.Kind.CHECKPOINT, checkpoint));
        Path next = JournalFile.path(log, bundle.first());
        disk.replaceDurably(next, bytes.toByteArray());
        disk.force(log);
        AppendFile opened = disk.append(next);
        closeFile();
        if (first >= 0) {
            retired.add(new Retired(path, bundle.first()));
        }
        retired.removeIf(each -> each.file.equals(next));
        retired.replaceAll(each -> new Retired(each.file, Math.min(each.neededUntil, bundle.first())));
        file = opened;
        path = next;
        first = bundle.first();
        whole = opened.length();
    }

    void write(Slice bytes) throws IOException {
        AppendFile open = open();
        open.write(bytes.array(), bytes.offset(), bytes.length());
        whole = open.length();
    }

    void force() throws IOException {
        open().force();
    }

    /// Cuts what a failed write may have left behind the last whole one.
    void takeBackTornWrite() throws IOException {
        open().truncate(whole);
    }

    /// Whether it is time for a new file, one that would begin at `next`.
    boolean large(long next) {
        return whole > large && next > first;
    }

    /// Up to which index tiles must be durable so that another old file can go; -1 when there is none.
    long oldestNeed() {
        return retired.isEmpty() ? -1 : retired.getFirst().neededUntil;
    }

    /// Deletes the old files whose entries are durable in full tiles.
    void drop(long durableUpTo) throws IOException {
        while (!retired.isEmpty() && retired.getFirst().neededUntil <= durableUpTo) {
            disk.delete(retired.getFirst().file);
            retired.removeFirst();
        }
    }

    @Override
    public void close() throws IOException {
        closeFile();
        file = null;
    }

    private void closeFile() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private AppendFile open() throws IOException {
        if (file == null) {
            throw new IOException("the journal is closed");
        }
        return file;
    }
}
