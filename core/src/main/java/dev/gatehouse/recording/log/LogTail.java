package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// The log's newest part in memory: entries that have their place and are not hashed yet, the edge of the tree, and the
/// tiles that are filling.
///
/// Entries are hashed by whoever asks for a root, many in one go, and not by the sessions that append them. Safe for
/// any thread.
final class LogTail {
    /// How many entries may wait to be hashed before whoever appends does it.
    private static final int MOST_FRESH = 4096;

    /// A tree's size and root.
    record Head(long size, Slice root) {}

    /// What a publication of the log at `head` consists of.
    record Publication(Head head, List<TileFile> filled, List<TileFile> partial) {}

    /// The entries of the bundle that is not full yet, the first of which is at `first`.
    record Bundle(long first, List<byte[]> entries) {}

    private final ReentrantLock coming = new ReentrantLock();
    private List<byte[]> fresh = new ArrayList<>();
    private volatile long size;

    /// Taken before [#coming] where both are.
    private final ReentrantLock lock = new ReentrantLock();
    private final TileEdge edge = new TileEdge();
    private final MerkleTree tree = new MerkleTree(edge);
    private final MerkleHash hash = new MerkleHash();

    /// Adds entries and gives the index of the last.
    long append(List<byte[]> entries) {
        long last;
        boolean many;
        coming.lock();
        try {
            fresh.addAll(entries);
            last = size + entries.size() - 1;
            size = last + 1;
            many = fresh.size() > MOST_FRESH;
        } finally {
            coming.unlock();
        }
        if (many) {
            hashNow();
        }
        return last;
    }

    /// How many entries there are.
    long size() {
        return size;
    }

    /// Adds an entry that the journal has already.
    void replay(byte[] entry) {
        append(List.of(entry));
    }

    private void hashNow() {
        lock.lock();
        try {
            hashFresh();
        } finally {
            lock.unlock();
        }
    }

    private void hashFresh() {
        for (byte[] entry : takeFresh()) {
            long index = tree.size();
            tree.add(hash.leaf(entry));
            edge.entry(index, entry);
        }
    }

    private List<byte[]> takeFresh() {
        coming.lock();
        try {
            List<byte[]> taken = fresh;
            fresh = new ArrayList<>();
            return taken;
        } finally {
            coming.unlock();
        }
    }

    /// Adds a full tile of the level below by its root.
    void restore(int level, byte[] root) {
        lock.lock();
        try {
            tree.addTileHash(level, root);
            size = tree.size();
        } finally {
            lock.unlock();
        }
    }

    Head head() {
        lock.lock();
        try {
            hashFresh();
            return new Head(tree.size(), Slice.of(tree.root()));
        } finally {
            lock.unlock();
        }
    }

    Publication takePublication() {
        lock.lock();
        try {
            hashFresh();
            long whole = tree.size();
            return new Publication(new Head(whole, Slice.of(tree.root())), edge.takeFilled(), edge.partial(whole));
        } finally {
            lock.unlock();
        }
    }

    Bundle bundle() {
        lock.lock();
        try {
            hashFresh();
            List<byte[]> entries = edge.bundled();
            return new Bundle(tree.size() - entries.size(), entries);
        } finally {
            lock.unlock();
        }
    }
}
