package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Values as Bind, FunctionCall and DataRow carry them: each with its length in front, NULL as -1.
///
/// @param count how many
/// @param encoded the values as on the wire, without the count; known to be well-formed
public record Values(int count, Slice encoded) {
    public static final Values NONE = new Values(0, Slice.EMPTY);

    static Values decode(MessageReader in) {
        int count = in.count(4);
        int start = in.position();
        for (int i = 0; i < count; i++) {
            in.skipValue();
        }
        return new Values(count, in.since(start));
    }

    /// Values from their contents; empty is NULL.
    public static Values of(List<Optional<Slice>> values) {
        var out = new MessageWriter();
        for (Optional<Slice> value : values) {
            value.ifPresentOrElse(bytes -> out.int32(bytes.length()).bytes(bytes), () -> out.int32(-1));
        }
        return new Values(values.size(), out.toSlice());
    }

    void encode(MessageWriter out) {
        out.count(count).bytes(encoded);
    }

    public RowWalker walk() {
        var walker = new RowWalker();
        walker.begin(encoded.array(), encoded.offset(), encoded.offset() + encoded.length(), count);
        return walker;
    }

    /// Those that are not NULL.
    public List<Slice> present() {
        var present = new ArrayList<Slice>(count);
        for (var walker = walk(); walker.next(); ) {
            if (!walker.isNull()) {
                present.add(Slice.of(encoded.array(), walker.offset(), walker.length()));
            }
        }
        return present;
    }

    /// The values one by one, empty for NULL; not for hot paths.
    public List<Optional<Slice>> list() {
        var list = new ArrayList<Optional<Slice>>(count);
        for (var walker = walk(); walker.next(); ) {
            list.add(
                    walker.isNull()
                            ? Optional.empty()
                            : Optional.of(Slice.of(encoded.array(), walker.offset(), walker.length())));
        }
        return list;
    }
}
