package dev.gatehouse.recording;

import dev.gatehouse.model.Id;
import dev.gatehouse.recording.blocks.BlockRef;
import dev.gatehouse.recording.cbor.CborWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes entries. Those that every operation has are written field by field, in the order of the format, without a
/// tree of values in between; all others the way [Entry#encode] does. For one thread.
final class EntryWriter {
    /// More than the fields of an operation's entry need, without words of any length and without blocks.
    private static final int FIXED_BYTES = 256;

    /// What the names of recording and blocks need once there are blocks.
    private static final int RECORDING_BYTES = 32;

    /// More than a vote needs besides its words.
    private static final int VOTE_BYTES = 32;

    /// More than one character needs.
    private static final int CHARACTER_BYTES = 3;

    private final CborWriter out = new CborWriter();

    /// No entry of this event is longer, but for its blocks.
    static int most(Event event) {
        return switch (event) {
            case Event.Asked asked ->
                FIXED_BYTES + CHARACTER_BYTES * asked.kind().length();
            case Event.Decided decided ->
                FIXED_BYTES
                        + CHARACTER_BYTES * decided.decision().length()
                        + decided.votes().stream().mapToInt(EntryWriter::most).sum();
            case Event.Answered answered ->
                FIXED_BYTES + CHARACTER_BYTES * answered.outcome().length();
            case Event.Delivered _ -> FIXED_BYTES;
            default -> new Entry(event, null, List.of()).encode().length + RECORDING_BYTES;
        };
    }

    private static int most(RuleVote vote) {
        return VOTE_BYTES
                + CHARACTER_BYTES * (vote.rule().length() + vote.vote().length());
    }

    /// Whether it may share an entry with others: what every operation has. Beginning and end of a session stand alone,
    /// so that whoever looks for them need not look into steps.
    static boolean shares(Event event) {
        return switch (event) {
            case Event.Asked _, Event.Decided _, Event.Answered _, Event.Delivered _ -> true;
            default -> false;
        };
    }

    /// @param parts of one session, all of which share, or a single one
    /// @param recording what their blocks belong to
    byte[] entry(List<Entry.Part> parts, Id recording) {
        if (parts.size() == 1) {
            return entry(parts.getFirst(), recording);
        }
        int blocks = 0;
        for (Entry.Part part : parts) {
            blocks += part.blocks().size();
        }
        out.fields(blocks == 0 ? 5 : 7);
        if (blocks > 0) {
            out.text("b").sequence(blocks);
            parts.forEach(part -> part.blocks().forEach(this::block));
        }
        Instant first = parts.getFirst().event().at();
        out.text("e").sequence(parts.size());
        parts.forEach(part -> step(part, first.toEpochMilli()));
        if (blocks > 0) {
            out.text("r").id(recording);
        }
        common(parts.getFirst().event(), Entry.STEPS);
        return out.take();
    }

    private void step(Entry.Part part, long first) {
        Event event = part.event();
        int blocks = part.blocks().size();
        long at = event.at().toEpochMilli();
        Id operation = operation(event);
        int common = 1 + (blocks == 0 ? 0 : 1) + (operation == null ? 0 : 1) + (at == first ? 0 : 1);
        out.fields(common + furtherFields(event));
        if (blocks > 0) {
            out.text("n").whole(blocks);
        }
        if (operation != null) {
            out.text("o").id(operation);
        }
        out.text("t").text(EventCodec.type(event));
        if (at != first) {
            out.text("at").whole(at);
        }
        further(event);
    }

    private byte[] entry(Entry.Part part, Id recording) {
        Event event = part.event();
        if (!shares(event)) {
            return new Entry(List.of(part), recording).encode();
        }
        List<BlockRef> blocks = part.blocks();
        Id operation = operation(event);
        out.fields(4 + (operation == null ? 0 : 1) + (blocks.isEmpty() ? 0 : 2) + furtherFields(event));
        if (!blocks.isEmpty()) {
            out.text("b").sequence(blocks.size());
            blocks.forEach(this::block);
        }
        if (operation != null) {
            out.text("o").id(operation);
        }
        if (!blocks.isEmpty()) {
            out.text("r").id(recording);
        }
        common(event, EventCodec.type(event));
        further(event);
        return out.take();
    }

    private void common(Event event, String type) {
        if (!(event instanceof Event.InSession inSession)) {
            throw new IllegalArgumentException("what is written field by field happens in a session");
        }
        out.text("s").id(inSession.session());
        out.text("t").text(type);
        out.text("v").whole(Entry.VERSION);
        out.text("at").whole(event.at().toEpochMilli());
    }

    private static @Nullable Id operation(Event event) {
        return switch (event) {
            case Event.Asked asked -> asked.operation();
            case Event.Decided decided -> decided.operation();
            case Event.Answered answered -> answered.operation();
            default -> null;
        };
    }

    private static int furtherFields(Event event) {
        return switch (event) {
            case Event.Asked _ -> 1;
            case Event.Answered _ -> 4;
            default -> 2;
        };
    }

    /// The fields with longer names, which come last.
    private void further(Event event) {
        switch (event) {
            case Event.Asked asked -> out.text("kind").text(asked.kind());
            case Event.Decided decided -> decided(decided);
            case Event.Answered answered -> {
                out.text("rows").whole(answered.rows());
                out.text("bytes").whole(answered.bytes());
                out.text("micros").whole(answered.micros());
                out.text("outcome").text(answered.outcome());
            }
            case Event.Delivered delivered -> {
                out.text("bytes").whole(delivered.bytes());
                out.text("offset").whole(delivered.offset());
            }
            default -> throw new IllegalArgumentException("not written field by field: " + EventCodec.type(event));
        }
    }

    private void decided(Event.Decided decided) {
        out.text("votes").sequence(decided.votes().size());
        for (RuleVote vote : decided.votes()) {
            out.fields(3).text("rule").text(vote.rule());
            out.text("vote").text(vote.vote());
            out.text("shadow").flag(vote.shadow());
        }
        out.text("decision").text(decided.decision());
    }

    private void block(BlockRef block) {
        out.sequence(5).whole(block.sequence()).id(block.id());
        out.bytes(block.sealedHash()).bytes(block.commitment()).bytes(block.slotHash());
    }
}
