package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;

/// What a client may say first; these packets have no type byte.
public sealed interface StartupPacket permits CancelRequest, GssEncRequest, SslRequest, StartupMessage {
    /// The major number that marks a request instead of a protocol version.
    int REQUEST = 1234;

    void encode(MessageWriter out);

    /// Decodes one whole packet; the buffer may be reused afterwards.
    ///
    /// @param from first byte of its length
    /// @param to behind its last byte; must be the end that [Frames#startupSize] found
    static StartupPacket decode(byte[] array, int from, int to) {
        var in = new MessageReader(Slice.copyOf(array, from + 4, to - from - 4));
        int major = in.uint16();
        int minor = in.uint16();
        StartupPacket packet = major == REQUEST ? request(minor, in) : StartupMessage.decode(major, minor, in);
        in.end();
        return packet;
    }

    private static StartupPacket request(int code, MessageReader in) {
        return switch (code) {
            case CancelRequest.CODE -> CancelRequest.decode(in);
            case SslRequest.CODE -> new SslRequest();
            case GssEncRequest.CODE -> new GssEncRequest();
            default -> throw WireException.violation("start-up request " + code + " is not known");
        };
    }
}
