package dev.gatehouse.recording.log;

/// The growing edge of a Merkle tree: the roots of the full subtrees that a tree of this size consists of.
///
/// Enough to add leaves and to tell the root at any moment, in at most 63 hashes of memory. Not thread-safe.
public final class MerkleTree {
    /// Told of each node at a height divisible by eight: the hashes that tiles consist of.
    @FunctionalInterface
    public interface TileHashes {
        void add(int level, long index, byte[] hash);
    }

    private final MerkleHash hash = new MerkleHash();
    private final byte[][] full = new byte[64][];
    private final TileHashes tiles;
    private long size;

    public MerkleTree(TileHashes tiles) {
        this.tiles = tiles;
    }

    public long size() {
        return size;
    }

    /// Appends a leaf of which only the hash is needed.
    public void add(byte[] leafHash) {
        grow(leafHash, 0);
    }

    /// Appends a whole subtree of `256^level` leaves by its root; the size must be a multiple of that.
    public void addTileHash(int level, byte[] root) {
        if ((size & (1L << (8 * level)) - 1) != 0) {
            throw new IllegalStateException("a subtree of level " + level + " cannot follow " + size + " leaves");
        }
        grow(root, 8 * level);
    }

    private void grow(byte[] node, int startHeight) {
        int height = startHeight;
        byte[] merged = node;
        while (true) {
            if (height % 8 == 0) {
                tiles.add(height / 8, size >>> height, merged);
            }
            byte[] left = full[height];
            if (((size >>> height) & 1) == 0 || left == null) {
                break;
            }
            merged = hash.node(left, merged);
            height++;
        }
        full[height] = merged;
        size += 1L << startHeight;
    }

    /// The RFC 6962 tree hash of what was added so far.
    public byte[] root() {
        byte[] root = null;
        for (int height = 0; height < 63; height++) {
            byte[] left = full[height];
            if (((size >>> height) & 1) == 1 && left != null) {
                root = root == null ? left : hash.node(left, root);
            }
        }
        return root == null ? hash.empty() : root;
    }
}
