package dev.gatehouse.postgres.relay;

import dev.gatehouse.postgres.wire.Frames;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// Cuts what comes over a wire into whole messages.
final class MessageSource {
    private final MemoryWire wire;
    private final Frames frames = new Frames(1 << 24);
    private byte[] bytes = new byte[0];

    MessageSource(MemoryWire wire) {
        this.wire = wire;
    }

    /// The next message with its type and length; empty at the end.
    Optional<byte[]> next() throws IOException {
        byte[] piece = new byte[8192];
        while (!frames.complete(bytes, 0, bytes.length)) {
            int read = wire.read(piece, 0, piece.length);
            if (read < 0) {
                return Optional.empty();
            }
            int before = bytes.length;
            bytes = Arrays.copyOf(bytes, before + read);
            System.arraycopy(piece, 0, bytes, before, read);
        }
        int size = frames.size(bytes, 0, bytes.length);
        byte[] message = Arrays.copyOf(bytes, size);
        bytes = Arrays.copyOfRange(bytes, size, bytes.length);
        return Optional.of(message);
    }
}
