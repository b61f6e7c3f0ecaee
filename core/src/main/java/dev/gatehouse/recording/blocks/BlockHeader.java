package dev.gatehouse.recording.blocks;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.Content;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands in clear before the sealed bytes of a block, authenticated with them.
///
/// Layout, big-endian: `"GHB1"`, uint16 length of this header, uint8 kind, 0, uint32 sequence, 16 bytes id, int64 time
/// in milliseconds, uint32 length of the sealed bytes, uint8 number of categories, each a uint8 length and UTF-8.
public record BlockHeader(
        long sequence, Id id, Content.Kind kind, List<String> categories, Instant at, int sealedLength) {
    private static final int MAGIC = 0x47484231;
    static final int FIXED_BYTES = 41;
    static final int MAX_BYTES = FIXED_BYTES + 64 * 256;

    public BlockHeader {
        categories = List.copyOf(categories);
    }

    byte[] encode() {
        var names = new ArrayList<byte[]>(categories.size());
        int length = FIXED_BYTES;
        for (String category : categories) {
            byte[] name = category.getBytes(StandardCharsets.UTF_8);
            names.add(name);
            length += 1 + name.length;
        }
        var header = ByteBuffer.allocate(length);
        header.putInt(MAGIC).putShort((short) length).put((byte) kind.code()).put((byte) 0);
        header.putInt((int) sequence).putLong(id.high()).putLong(id.low()).putLong(at.toEpochMilli());
        header.putInt(sealedLength).put((byte) names.size());
        names.forEach(name -> header.put((byte) name.length).put(name));
        return header.array();
    }

    /// The length of the header that begins with these bytes, or -1 when none does.
    static int length(ByteBuffer start) {
        return start.remaining() < FIXED_BYTES || start.getInt(start.position()) != MAGIC
                ? -1
                : start.getShort(start.position() + 4) & 0xffff;
    }

    static Optional<BlockHeader> decode(Slice bytes) {
        var header =
                ByteBuffer.wrap(bytes.array(), bytes.offset(), bytes.length()).slice();
        if (length(header) != bytes.length()) {
            return Optional.empty();
        }
        header.position(6);
        var kind = Content.Kind.of(header.get() & 0xff);
        header.get();
        long sequence = header.getInt() & 0xffffffffL;
        var id = new Id(header.getLong(), header.getLong());
        Instant at = Instant.ofEpochMilli(header.getLong());
        int sealedLength = header.getInt();
        int count = header.get() & 0xff;
        List<String> categories = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (!header.hasRemaining() || (header.get(header.position()) & 0xff) >= header.remaining()) {
                return Optional.empty();
            }
            var name = new byte[header.get() & 0xff];
            header.get(name);
            categories.add(new String(name, StandardCharsets.UTF_8));
        }
        return header.hasRemaining() || sealedLength < Sealer.OVERHEAD
                ? Optional.empty()
                : Optional.of(new BlockHeader(sequence, id, kind, categories, at, sealedLength));
    }
}
