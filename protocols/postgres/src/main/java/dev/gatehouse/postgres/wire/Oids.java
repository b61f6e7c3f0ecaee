package dev.gatehouse.postgres.wire;

import java.util.List;

/// Lists of type OIDs as Parse and ParameterDescription carry them. OIDs are unsigned 32-bit numbers kept in an int.
final class Oids {
    private Oids() {}

    static List<Integer> decode(MessageReader in) {
        int count = in.count(4);
        if (count == 0) {
            return List.of();
        }
        var oids = new Integer[count];
        for (int i = 0; i < count; i++) {
            oids[i] = in.int32();
        }
        return List.of(oids);
    }

    static void encode(List<Integer> oids, MessageWriter out) {
        out.count(oids.size());
        for (int oid : oids) {
            out.int32(oid);
        }
    }
}
