package dev.gatehouse.recording;

import dev.gatehouse.model.Id;
import dev.gatehouse.recording.blocks.BlockRef;
import dev.gatehouse.recording.cbor.CborWriter;
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

    /// @param recording what `blocks` belong to
    byte[] entry(Event event, Id recording, List<BlockRef> blocks) {
        return switch (event) {
            case Event.Asked asked -> {
                begin(asked, 1, asked.operation(), recording, blocks)
                        .text("kind")
                        .text(asked.kind());
                yield out.take();
            }
            case Event.Decided decided -> decided(decided, recording, blocks);
            case Event.Answered answered -> {
                begin(answered, 4, answered.operation(), recording, blocks);
                out.text("rows").whole(answered.rows());
                out.text("bytes").whole(answered.bytes());
                out.text("micros").whole(answered.micros());
                out.text("outcome").text(answered.outcome());
                yield out.take();
            }
            case Event.Delivered delivered -> {
                begin(delivered, 2, null, recording, blocks);
                out.text("bytes").whole(delivered.bytes());
                out.text("offset").whole(delivered.offset());
                yield out.take();
            }
            default -> new Entry(event, recording, blocks).encode();
        };
    }

    private byte[] decided(Event.Decided decided, Id recording, List<BlockRef> blocks) {
        begin(decided, 2, decided.operation(), recording, blocks);
        out.text("votes").sequence(decided.votes().size());
        for (RuleVote vote : decided.votes()) {
            out.fields(3).text("rule").text(vote.rule());
            out.text("vote").text(vote.vote());
            out.text("shadow").flag(vote.shadow());
        }
        out.text("decision").text(decided.decision());
        return out.take();
    }

    /// The fields with the shortest names, which come first; `further` ones follow.
    private CborWriter begin(
            Event.InSession event, int further, @Nullable Id operation, Id recording, List<BlockRef> blocks) {
        int common = 4 + (operation == null ? 0 : 1) + (blocks.isEmpty() ? 0 : 2);
        out.fields(common + further);
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
        out.text("s").id(event.session());
        out.text("t").text(EventCodec.type(event));
        out.text("v").whole(Entry.VERSION);
        return out.text("at").whole(event.at().toEpochMilli());
    }

    private void block(BlockRef block) {
        out.sequence(5).whole(block.sequence()).id(block.id());
        out.bytes(block.sealedHash()).bytes(block.commitment()).bytes(block.slotHash());
    }
}
