package dev.gatehouse.recording.blocks;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// The wrapped key of one block, and the token of the person it is about. Erased, it is all zeros.
///
/// Layout: 16 bytes block id, 12 bytes nonce, 48 bytes wrapped key, 32 bytes subject token (zeros: none), 20 zeros.
public record KeySlot(Id block, Slice nonce, Slice wrapped, Slice subject) {
    public static final int BYTES = 128;
    static final int NONCE_BYTES = 12;
    static final int WRAPPED_BYTES = 48;
    static final int SUBJECT_BYTES = 32;

    byte[] encode() {
        return ByteBuffer.allocate(BYTES)
                .put(block.bytes())
                .put(nonce.toBytes())
                .put(wrapped.toBytes())
                .put(subject.toBytes())
                .array();
    }

    /// The slot in `bytes`; empty when it was erased.
    static Optional<KeySlot> decode(byte[] bytes) {
        if (isErased(bytes)) {
            return Optional.empty();
        }
        int nonce = Id.BYTES;
        int wrapped = nonce + NONCE_BYTES;
        int subject = wrapped + WRAPPED_BYTES;
        return Optional.of(new KeySlot(
                Id.of(Arrays.copyOf(bytes, Id.BYTES)),
                Slice.of(bytes, nonce, NONCE_BYTES),
                Slice.of(bytes, wrapped, WRAPPED_BYTES),
                Slice.of(bytes, subject, SUBJECT_BYTES)));
    }

    public static boolean isErased(byte[] slot) {
        return Arrays.equals(slot, new byte[BYTES]);
    }

    /// Where the slot of the block at `sequence` begins in the keys file.
    public static long position(long sequence) {
        return RecordingPath.FILE_HEADER + sequence * BYTES;
    }
}
