package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Finds a tree again by the roots of the full tiles it consists of.
final class TileRoots {
    private TileRoots() {}

    /// Takes the root of a full tile: a subtree of `256^level` leaves.
    @FunctionalInterface
    interface Restored {
        void add(int level, byte[] root);
    }

    /// Hands the roots over the first `size` entries, a multiple of 256, to `restored`, the left ones first.
    static void restore(Path log, long size, Restored restored) throws IOException {
        for (int level = 7; level >= 1; level--) {
            int width = TilePath.partialWidth(level, size);
            long start = (size >>> (8 * (level + 1))) * TilePath.FULL;
            for (long i = 0; i < width; i++) {
                restored.add(level, root(log, new TilePath(level - 1, start + i, TilePath.FULL)));
            }
        }
    }

    private static byte[] root(Path log, TilePath path) throws IOException {
        Path file = log.resolve(path.toString());
        byte[] tile = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        if (tile.length != TilePath.FULL * MerkleHash.BYTES) {
            throw new LogDamaged(file, "is not a full tile");
        }
        var tree = new MerkleTree((level, index, node) -> {});
        for (int i = 0; i < TilePath.FULL; i++) {
            tree.add(Slice.of(tile, i * MerkleHash.BYTES, MerkleHash.BYTES).toBytes());
        }
        return tree.root();
    }
}
