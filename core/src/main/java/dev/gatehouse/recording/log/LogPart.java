package dev.gatehouse.recording.log;

import java.util.BitSet;
import java.util.Optional;

/// Which entries of a log somebody wants: those of some bundles, or all that follow one.
///
/// @param from the first entry
/// @param bundles the bundles of 256 entries to look into; absent for all of them
public record LogPart(long from, Optional<BitSet> bundles) {
    public static final LogPart ALL = new LogPart(0, Optional.empty());

    public LogPart {
        bundles = bundles.map(chosen -> (BitSet) chosen.clone());
    }

    public static LogPart from(long index) {
        return new LogPart(index, Optional.empty());
    }

    /// @param bundles by number: entry / 256
    public static LogPart bundles(BitSet bundles) {
        return new LogPart(0, Optional.of(bundles));
    }

    boolean has(long index) {
        return index >= from && hasBundle(index / TilePath.FULL);
    }

    boolean hasBundle(long bundle) {
        return (bundle + 1) * TilePath.FULL > from
                && (bundles.isEmpty()
                        || bundle <= Integer.MAX_VALUE && bundles.get().get((int) bundle));
    }
}
