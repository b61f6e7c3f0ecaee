package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;

/// The format codes of several values: none means all are text, one counts for all, else there is one for each.
///
/// @param codes two bytes each, as they were on the wire
public record Formats(Slice codes) {
    public static final Formats TEXT = new Formats(Slice.EMPTY);
    public static final Formats BINARY = new Formats(Slice.of(new byte[] {0, 1}));

    static Formats decode(MessageReader in) {
        int count = in.count(2);
        if (count == 0) {
            return TEXT;
        }
        var formats = new Formats(in.bytes(2 * count));
        for (int i = 0; i < count; i++) {
            formats.at(i);
        }
        return formats;
    }

    void encode(MessageWriter out) {
        out.count(count()).bytes(codes);
    }

    /// How many codes were given.
    public int count() {
        return codes.length() / 2;
    }

    /// Whether these codes can be meant for `values` values.
    public boolean fit(int values) {
        return count() <= 1 || count() == values;
    }

    /// The format of the value at `index`. A value beyond the last code is a violation: see [#fit].
    public Format of(int index) {
        return switch (count()) {
            case 0 -> Format.TEXT;
            case 1 -> at(0);
            default -> {
                if (index >= count()) {
                    throw WireException.violation(count() + " format codes do not fit value " + (index + 1));
                }
                yield at(index);
            }
        };
    }

    private Format at(int index) {
        return Format.of(MessageReader.uint16(codes.array(), codes.offset() + 2 * index));
    }
}
