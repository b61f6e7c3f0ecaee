package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;
import dev.gatehouse.secret.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;

/// Says which signed checkpoint covers some bundles of a log: they are the ones whose hashes stand in its tiles, and
/// those make the root that was signed. Reads those bundles and the tree's edge, not the whole log.
public final class Covered {
    private Covered() {}

    /// The size of the published checkpoint; empty when the bundles are not all below it, or do not fit it.
    ///
    /// @param end one more than the last entry that matters
    public static Optional<Long> by(Path log, VerifierKey key, BitSet bundles, long end) throws IOException {
        Path file = log.resolve(Publisher.CHECKPOINT);
        Optional<Checkpoint> checkpoint =
                Files.exists(file) ? Checkpoint.open(Files.readAllBytes(file), key) : Optional.empty();
        if (checkpoint.isEmpty() || checkpoint.get().size() < end) {
            return Optional.empty();
        }
        Optional<Slice> root = new LogReader(log).root(checkpoint.get().size());
        boolean whole = root.filter(checkpoint.get().root()::equals).isPresent();
        return whole && fits(log, bundles) ? Optional.of(checkpoint.get().size()) : Optional.empty();
    }

    private static boolean fits(Path log, BitSet bundles) throws IOException {
        for (int bundle = bundles.nextSetBit(0); bundle >= 0; bundle = bundles.nextSetBit(bundle + 1)) {
            if (!fits(log, bundle)) {
                return false;
            }
        }
        return true;
    }

    /// A bundle that is not full yet lies in the journals, whose entries the root was just made from.
    private static boolean fits(Path log, int bundle) throws IOException {
        Path entries = log.resolve(TilePath.entries(bundle, TilePath.FULL).toString());
        Path tile = log.resolve(new TilePath(0, bundle, TilePath.FULL).toString());
        if (!Files.exists(entries) || !Files.exists(tile)) {
            return true;
        }
        var hash = new MerkleHash();
        Slice hashes = Slice.of(Files.readAllBytes(tile));
        Optional<java.util.List<Slice>> content = Bundle.split(Slice.of(Files.readAllBytes(entries)));
        if (content.isEmpty() || hashes.length() != content.get().size() * MerkleHash.BYTES) {
            return false;
        }
        for (int i = 0; i < content.get().size(); i++) {
            Slice leaf = Slice.of(hash.leaf(content.get().get(i).toBytes()));
            if (!leaf.equals(hashes.part(i * MerkleHash.BYTES, MerkleHash.BYTES))) {
                return false;
            }
        }
        return true;
    }
}
