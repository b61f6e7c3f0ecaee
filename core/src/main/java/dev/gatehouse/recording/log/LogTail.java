package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// The log's newest part in memory: the edge of the tree, the tiles that are filling, and the bytes that no write has
/// carried to the journal yet.
///
/// Safe for any thread; its lock is held for copying and a hash or two, never during I/O.
final class LogTail {
    /// A tree's size and root.
    record Head(long size, Slice root) {}

    /// Journal bytes to write and the size of the log once they are written.
    record Pending(Slice bytes, long size) {}

    /// What a publication of the log at `head` consists of.
    record Publication(Head head, List<TileFile> filled, List<TileFile> partial) {}

    /// The entries of the bundle that is not full yet, the first of which is at `first`.
    record Bundle(long first, List<byte[]> entries) {}

    /// What the old journal still gets and the new one begins with, at one moment.
    record Turnover(Pending pending, Bundle bundle) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final TileEdge edge = new TileEdge();
    private final MerkleTree tree = new MerkleTree(edge);
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();

    /// Adds entries and gives the index of the last.
    ///
    /// @param leafHashes one for each entry
    /// @param records what the journal gets for all of them
    long append(List<byte[]> entries, List<byte[]> leafHashes, byte[] records) {
        lock.lock();
        try {
            pending.write(records, 0, records.length);
            long last = -1;
            for (int i = 0; i < entries.size(); i++) {
                last = grow(entries.get(i), leafHashes.get(i));
            }
            return last;
        } finally {
            lock.unlock();
        }
    }

    /// Adds an entry that the journal has already.
    void replay(byte[] entry, byte[] leafHash) {
        lock.lock();
        try {
            grow(entry, leafHash);
        } finally {
            lock.unlock();
        }
    }

    /// Adds a full tile of the level below by its root.
    void restore(int level, byte[] root) {
        lock.lock();
        try {
            tree.addTileHash(level, root);
        } finally {
            lock.unlock();
        }
    }

    private long grow(byte[] entry, byte[] leafHash) {
        long index = tree.size();
        tree.add(leafHash);
        edge.entry(index, entry);
        return index;
    }

    Head head() {
        lock.lock();
        try {
            return new Head(tree.size(), Slice.of(tree.root()));
        } finally {
            lock.unlock();
        }
    }

    Pending takePending() {
        lock.lock();
        try {
            Slice bytes = Slice.of(pending.toByteArray());
            if (pending.size() > 1 << 20) {
                pending = new ByteArrayOutputStream();
            }
            pending.reset();
            return new Pending(bytes, tree.size());
        } finally {
            lock.unlock();
        }
    }

    /// Nothing may be appended between the two, or it would be in the new journal twice.
    Turnover takeTurnover() {
        lock.lock();
        try {
            return new Turnover(takePending(), bundle());
        } finally {
            lock.unlock();
        }
    }

    Publication takePublication() {
        lock.lock();
        try {
            long size = tree.size();
            return new Publication(new Head(size, Slice.of(tree.root())), edge.takeFilled(), edge.partial(size));
        } finally {
            lock.unlock();
        }
    }

    Bundle bundle() {
        lock.lock();
        try {
            List<byte[]> entries = edge.bundled();
            return new Bundle(tree.size() - entries.size(), entries);
        } finally {
            lock.unlock();
        }
    }
}
