package dev.gatehouse.postgres.wire;

import java.util.ArrayList;
import java.util.List;

/// NegotiateProtocolVersion (B): an older minor version, or options not known, than the client asked for.
///
/// @param version the newest version spoken, as in StartupMessage: major in the upper, minor in the lower 16 bits
/// @param unknownOptions names of `_pq_.` parameters that were not understood
public record NegotiateProtocolVersion(int version, List<String> unknownOptions) implements BackendMessage {
    static final byte TYPE = 'v';

    public NegotiateProtocolVersion {
        unknownOptions = List.copyOf(unknownOptions);
    }

    static NegotiateProtocolVersion decode(MessageReader in) {
        int version = in.int32();
        int count = in.int32();
        if (count < 0 || count > in.remaining()) {
            throw WireException.violation("NegotiateProtocolVersion announces " + count + " options");
        }
        var options = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            options.add(in.lenientString());
        }
        return new NegotiateProtocolVersion(version, options);
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).int32(version).int32(unknownOptions.size());
        unknownOptions.forEach(out::string);
        out.end();
    }
}
