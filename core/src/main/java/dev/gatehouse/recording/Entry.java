package dev.gatehouse.recording;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.blocks.BlockRef;
import dev.gatehouse.recording.cbor.Cbor;
import dev.gatehouse.recording.cbor.CborReader;
import dev.gatehouse.recording.cbor.CborWriter;
import dev.gatehouse.recording.cbor.NotCbor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One log entry: an event and what it commits to, namely blocks of the recording called `recording`.
public record Entry(Event event, @Nullable Id recording, List<BlockRef> blocks) {
    static final int VERSION = 1;

    /// An entry that is not what an entry must be.
    public static final class Malformed extends Exception {
        Malformed(String what) {
            super(what);
        }
    }

    public Entry {
        blocks = List.copyOf(blocks);
    }

    /// The bytes that are hashed into the log.
    byte[] encode() {
        EntryFields fields = EventCodec.encode(event).put("v", VERSION);
        if (recording != null && !blocks.isEmpty()) {
            fields.put("r", recording).put("b", blocks, Entry::ref);
        }
        return CborWriter.write(fields.fields());
    }

    /// The entry that `bytes` encode. Types and fields of newer versions are kept.
    public static Entry decode(Slice bytes) throws Malformed {
        try {
            if (!(CborReader.read(bytes) instanceof Cbor.Fields map)) {
                throw new Malformed("an entry must be a map");
            }
            var fields = new EntryFields(map);
            Event event = EventCodec.decode(fields);
            return fields.has("b")
                    ? new Entry(event, fields.id("r"), refs(fields.list("b")))
                    : new Entry(event, null, List.of());
        } catch (NotCbor | EntryFields.Malformed e) {
            throw new Malformed(String.valueOf(e.getMessage()));
        }
    }

    private static Cbor ref(BlockRef ref) {
        return new Cbor.Sequence(List.of(
                new Cbor.Whole(ref.sequence()),
                EntryFields.id(ref.id()),
                new Cbor.Bytes(ref.sealedHash()),
                new Cbor.Bytes(ref.commitment()),
                new Cbor.Bytes(ref.slotHash())));
    }

    private static List<BlockRef> refs(List<Cbor> list) throws EntryFields.Malformed {
        List<BlockRef> refs = new ArrayList<>();
        for (Cbor each : list) {
            if (!(each instanceof Cbor.Sequence(List<Cbor> parts)
                    && parts.size() >= 5
                    && parts.get(0) instanceof Cbor.Whole(long sequence)
                    && parts.get(2) instanceof Cbor.Bytes(Slice sealed)
                    && parts.get(3) instanceof Cbor.Bytes(Slice commitment)
                    && parts.get(4) instanceof Cbor.Bytes(Slice slot))) {
                throw new EntryFields.Malformed("a block must be a list of number, id and three hashes");
            }
            refs.add(new BlockRef(sequence, EntryFields.id(parts.get(1)), sealed, commitment, slot));
        }
        return refs;
    }
}
