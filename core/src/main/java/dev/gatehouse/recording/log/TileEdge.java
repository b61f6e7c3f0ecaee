package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The rightmost tile of each level and the rightmost entry bundle, while they fill, and those that became full since
/// they were last taken. Not thread-safe.
final class TileEdge implements MerkleTree.TileHashes {
    private final List<byte[]> levels = new ArrayList<>();
    private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private final List<byte[]> bundled = new ArrayList<>();
    private List<TileFile> filled = new ArrayList<>();

    @Override
    public void add(int level, long index, byte[] hash) {
        while (levels.size() <= level) {
            levels.add(new byte[TilePath.FULL * MerkleHash.BYTES]);
        }
        int position = (int) (index & (TilePath.FULL - 1));
        byte[] tile = levels.get(level);
        System.arraycopy(hash, 0, tile, position * MerkleHash.BYTES, MerkleHash.BYTES);
        if (position == TilePath.FULL - 1) {
            filled.add(new TileFile(new TilePath(level, index >>> 8, TilePath.FULL), Slice.of(tile.clone())));
        }
    }

    /// Takes the entry at `index`; its hash is added on its own.
    void entry(long index, byte[] entry) {
        bundle.write(entry.length >>> 8);
        bundle.write(entry.length);
        bundle.write(entry, 0, entry.length);
        bundled.add(entry);
        if (bundled.size() == TilePath.FULL) {
            filled.add(new TileFile(TilePath.entries(index >>> 8, TilePath.FULL), Slice.of(bundle.toByteArray())));
            bundle.reset();
            bundled.clear();
        }
    }

    /// The entries of the bundle that is not full yet.
    List<byte[]> bundled() {
        return List.copyOf(bundled);
    }

    /// The tiles and bundles that became full since this was last asked.
    List<TileFile> takeFilled() {
        List<TileFile> taken = filled;
        filled = new ArrayList<>();
        return taken;
    }

    /// The partial tiles and the partial bundle of a tree of `size`, which is the current one.
    List<TileFile> partial(long size) {
        List<TileFile> partial = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            int width = TilePath.partialWidth(level, size);
            if (width > 0) {
                var path = new TilePath(level, TilePath.fullTiles(level, size), width);
                byte[] hashes = Arrays.copyOf(levels.get(level), width * MerkleHash.BYTES);
                partial.add(new TileFile(path, Slice.of(hashes)));
            }
        }
        if (!bundled.isEmpty()) {
            var path = TilePath.entries(TilePath.fullTiles(TilePath.ENTRIES, size), bundled.size());
            partial.add(new TileFile(path, Slice.of(bundle.toByteArray())));
        }
        return partial;
    }
}
