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

/// One log entry: what happened, and what it commits to, namely blocks of the recording called `recording`.
///
/// Steps of one session's operations that reach the log in one go share an entry, in the order in which they happened;
/// whatever else happens has one of its own.
public record Entry(List<Part> parts, @Nullable Id recording) {
    static final int VERSION = 1;

    /// The type of an entry of several parts.
    static final String STEPS = "steps";

    /// One event and those of the entry's blocks that are its contents.
    public record Part(Event event, List<BlockRef> blocks) {
        public Part {
            blocks = List.copyOf(blocks);
        }
    }

    /// An entry that is not what an entry must be.
    public static final class Malformed extends Exception {
        Malformed(String what) {
            super(what);
        }
    }

    public Entry {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("an entry says something");
        }
    }

    /// An entry of one part.
    Entry(Event event, @Nullable Id recording, List<BlockRef> blocks) {
        this(List.of(new Part(event, blocks)), recording);
    }

    /// What happened; where there are several parts, what happened first.
    public Event event() {
        return parts.getFirst().event();
    }

    /// The blocks of all parts, in order.
    public List<BlockRef> blocks() {
        return parts.size() == 1
                ? parts.getFirst().blocks()
                : parts.stream().flatMap(part -> part.blocks().stream()).toList();
    }

    /// The bytes that are hashed into the log.
    byte[] encode() {
        EntryFields fields = parts.size() == 1
                ? EventCodec.encode(event())
                : EventCodec.steps(parts).put("t", STEPS);
        fields.put("v", VERSION);
        List<BlockRef> all = blocks();
        if (recording != null && !all.isEmpty()) {
            fields.put("r", recording).put("b", all, Entry::ref);
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
            List<BlockRef> blocks = fields.has("b") ? refs(fields.list("b")) : List.of();
            Id recording = fields.has("b") ? fields.id("r") : null;
            return fields.text("t").equals(STEPS)
                    ? new Entry(EventCodec.steps(fields, blocks), recording)
                    : new Entry(EventCodec.decode(fields), recording, blocks);
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
