package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;
import java.util.List;

/// What was bound to a statement, without the names it went by; see [Bind#bound].
///
/// @param types as Parse declared them, or as the server found out: OIDs, 0 where nobody said
public record Bound(List<Integer> types, Formats formats, Values parameters) {
    public static final Bound NOTHING = new Bound(List.of(), Formats.TEXT, Values.NONE);

    public Bound {
        types = List.copyOf(types);
    }

    /// Reads what [Bind#bound] wrote; the formats that the client wanted its rows in are left out.
    ///
    /// @param bound nothing where a simple query was sent
    public static Bound decode(Slice bound) {
        if (bound.isEmpty()) {
            return NOTHING;
        }
        var in = new MessageReader(bound);
        var types = Oids.decode(in);
        return new Bound(types, Formats.decode(in), Values.decode(in));
    }

    public boolean nothing() {
        return parameters.count() == 0;
    }

    /// The same values of these types.
    public Bound of(List<Integer> found) {
        return new Bound(found, formats, parameters);
    }

    /// The messages that run `sql` with these parameters once, without a name, and end their batch. Rows come as text.
    public void run(Slice sql, MessageWriter out) {
        new Parse("", sql, types).encode(out);
        new Bind("", "", formats, parameters, Formats.TEXT).encode(out);
        new Describe(Prepared.PORTAL, "").encode(out);
        new Execute("", 0).encode(out);
        new Sync().encode(out);
    }

    /// The messages that ask of which types the parameters of `sql` are.
    public void describe(Slice sql, MessageWriter out) {
        new Parse("", sql, types).encode(out);
        new Describe(Prepared.STATEMENT, "").encode(out);
        new Sync().encode(out);
    }
}
