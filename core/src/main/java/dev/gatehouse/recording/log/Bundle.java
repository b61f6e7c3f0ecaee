package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A sequence of entries, each behind its length as a big-endian uint16 (C2SP tlog-tiles, "Log entries").
public final class Bundle {
    private Bundle() {}

    /// The entries in `bytes`, or empty when the lengths do not add up.
    public static Optional<List<Slice>> split(Slice bytes) {
        List<Slice> entries = new ArrayList<>();
        int position = 0;
        while (position < bytes.length()) {
            if (bytes.length() - position < 2) {
                return Optional.empty();
            }
            int length = (bytes.at(position) & 0xff) << 8 | bytes.at(position + 1) & 0xff;
            if (length > bytes.length() - position - 2) {
                return Optional.empty();
            }
            entries.add(bytes.part(position + 2, length));
            position += 2 + length;
        }
        return Optional.of(entries);
    }
}
