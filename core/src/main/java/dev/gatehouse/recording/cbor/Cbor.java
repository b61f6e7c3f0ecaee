package dev.gatehouse.recording.cbor;

import dev.gatehouse.model.Slice;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A CBOR value: what a log entry is made of.
public sealed interface Cbor {
    /// The order of map keys in deterministic encoding: for text shorter first, then by bytes.
    Comparator<String> KEY_ORDER = Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    /// Any whole number that fits a `long`.
    record Whole(long value) implements Cbor {}

    record Bytes(Slice value) implements Cbor {}

    record Text(String value) implements Cbor {}

    record Flag(boolean value) implements Cbor {}

    record Sequence(List<Cbor> values) implements Cbor {
        public Sequence {
            values = List.copyOf(values);
        }
    }

    /// A map whose keys are ASCII texts.
    record Fields(SortedMap<String, Cbor> values) implements Cbor {
        public Fields {
            var ordered = new TreeMap<String, Cbor>(KEY_ORDER);
            ordered.putAll(values);
            values = ordered;
        }
    }

    /// A value of a kind that this version does not use (null, a float, a tag), kept so that it can be shown.
    record Other(String description) implements Cbor {}
}
