package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/// One record of the journal: what it is, its bytes, and checksums that tell a torn write from a whole one.
///
/// Layout, big-endian: `'G' 'J'`, kind, 0, uint32 length, CRC-32C of these eight bytes, the body, CRC-32C of the body.
/// The checksums find accidents; against intent stand the tree and its signature.
public record JournalRecord(Kind kind, Slice body, long offset) {
    /// What a record holds.
    public enum Kind {
        /// First in each journal: the index of its first entry (int64) and the log's origin.
        BEGIN(0),
        /// One entry, as it is hashed.
        ENTRY(1),
        /// A signed checkpoint over all entries up to here.
        CHECKPOINT(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        static Optional<Kind> of(int code) {
            return switch (code) {
                case 0 -> Optional.of(BEGIN);
                case 1 -> Optional.of(ENTRY);
                case 2 -> Optional.of(CHECKPOINT);
                default -> Optional.empty();
            };
        }
    }

    public static final int HEAD_BYTES = 12;
    public static final int OVERHEAD = HEAD_BYTES + 4;
    static final int MAX_BODY = 0xffff;

    /// Bytes of the whole record in the file.
    public int bytes() {
        return OVERHEAD + body.length();
    }

    public long end() {
        return offset + bytes();
    }

    static byte[] begin(long first, String origin) {
        byte[] name = origin.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(first)
                .put(name)
                .array();
    }

    /// The record of `kind` around `body`, ready to be written.
    static byte[] encode(Kind kind, byte[] body) {
        var record = new byte[OVERHEAD + body.length];
        encode(kind, body, record, 0);
        return record;
    }

    /// Puts the record of `kind` around `body` at `start`; gives where it ends.
    static int encode(Kind kind, byte[] body, byte[] records, int start) {
        var record = ByteBuffer.wrap(records, start, OVERHEAD + body.length);
        record.put((byte) 'G').put((byte) 'J').put((byte) kind.code).put((byte) 0);
        record.putInt(body.length);
        record.putInt(checksum(records, start, 8)).put(body).putInt(checksum(body, 0, body.length));
        return record.position();
    }

    static int checksum(byte[] bytes, int offset, int length) {
        var crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
