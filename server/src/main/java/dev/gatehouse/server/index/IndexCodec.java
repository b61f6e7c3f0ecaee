package dev.gatehouse.server.index;

import dev.gatehouse.model.Id;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// An [IndexState] as bytes and back. Which bytes may be read at all is [IndexFile]'s business.
final class IndexCodec {
    private IndexCodec() {}

    static void write(IndexState state, DataOutputStream out) throws IOException {
        out.writeLong(state.next);
        write(state.loads, out);
        out.writeInt(state.votes.size());
        for (var votes : state.votes.entrySet()) {
            out.writeUTF(votes.getKey());
            out.writeLong(votes.getValue().counted());
            out.writeLong(votes.getValue().watched());
            out.writeLong(votes.getValue().last());
        }
        out.writeInt(state.lines.size());
        for (Line line : state.lines.values()) {
            write(line, out);
        }
    }

    private static void write(Line line, DataOutputStream out) throws IOException {
        write(line.session, out);
        write(line.started, out);
        out.writeUTF(line.connection);
        out.writeBoolean(line.ended.isPresent());
        if (line.ended.isPresent()) {
            write(line.ended.get(), out);
        }
        out.writeUTF(line.reason);
        out.writeLong(line.asked);
        out.writeLong(line.denied);
        out.writeLong(line.bytes);
        out.writeInt(line.verdicts);
        words(line.categories, out);
        out.writeInt(line.names.length);
        for (long name : line.names) {
            out.writeLong(name);
        }
        out.writeInt(line.inBundles);
        for (int i = 0; i < line.inBundles; i++) {
            out.writeInt(line.bundles[i]);
        }
        out.writeInt(line.cells.size());
        for (var cell : line.cells.entrySet()) {
            out.writeLong(cell.getKey());
            write(cell.getValue(), out);
        }
        open(line, out);
    }

    private static void open(Line line, DataOutputStream out) throws IOException {
        out.writeInt(line.shapes.size());
        for (var shape : line.shapes.entrySet()) {
            out.writeLong(shape.getKey());
            out.writeInt(shape.getValue().size());
            for (var shown : shape.getValue().entrySet()) {
                out.writeUTF(shown.getKey());
                out.writeBoolean(shown.getValue());
            }
        }
        out.writeInt(line.undecided.size());
        for (var asked : line.undecided.entrySet()) {
            write(asked.getKey(), out);
            out.writeLong(asked.getValue());
        }
    }

    private static void write(Cell cell, DataOutputStream out) throws IOException {
        out.writeLong(cell.allowed);
        out.writeLong(cell.held);
        out.writeLong(cell.denied);
        out.writeInt(cell.refusals.size());
        for (Map.Entry<String, Long> refusal : cell.refusals.entrySet()) {
            out.writeUTF(refusal.getKey());
            out.writeLong(refusal.getValue());
        }
        out.writeInt(cell.flows.size());
        for (Map.Entry<String, Cell.Flow> flow : cell.flows.entrySet()) {
            out.writeUTF(flow.getKey());
            out.writeLong(flow.getValue().operations());
            out.writeLong(flow.getValue().clear());
        }
    }

    private static void write(Id id, DataOutputStream out) throws IOException {
        out.writeLong(id.high());
        out.writeLong(id.low());
    }

    private static void write(Instant at, DataOutputStream out) throws IOException {
        out.writeLong(at.getEpochSecond());
        out.writeInt(at.getNano());
    }

    private static void write(BitSet bits, DataOutputStream out) throws IOException {
        out.writeInt(bits.cardinality());
        for (int bit = bits.nextSetBit(0); bit >= 0; bit = bits.nextSetBit(bit + 1)) {
            out.writeInt(bit);
        }
    }

    private static void words(Collection<String> words, DataOutputStream out) throws IOException {
        out.writeInt(words.size());
        for (String word : words) {
            out.writeUTF(word);
        }
    }

    static IndexState read(DataInputStream in) throws IOException {
        var state = new IndexState();
        state.next = in.readLong();
        read(state.loads, in);
        for (int left = in.readInt(); left > 0; left--) {
            state.votes.put(in.readUTF(), new IndexState.Votes(in.readLong(), in.readLong(), in.readLong()));
        }
        for (int left = in.readInt(); left > 0; left--) {
            Line line = line(in);
            state.lines.put(line.session, line);
        }
        return state;
    }

    private static Line line(DataInputStream in) throws IOException {
        var line = new Line(id(in), instant(in));
        line.connection = in.readUTF().intern();
        line.ended = in.readBoolean() ? Optional.of(instant(in)) : Optional.empty();
        line.reason = in.readUTF().intern();
        line.asked = in.readLong();
        line.denied = in.readLong();
        line.bytes = in.readLong();
        line.verdicts = in.readInt();
        var categories = new TreeSet<String>();
        words(categories, in);
        line.categories = Set.copyOf(categories);
        line.names = new long[in.readInt()];
        for (int i = 0; i < line.names.length; i++) {
            line.names[i] = in.readLong();
        }
        for (int left = in.readInt(); left > 0; left--) {
            line.in(in.readInt());
        }
        int cells = in.readInt();
        if (cells > 0) {
            line.cells = new TreeMap<>();
        }
        for (int left = cells; left > 0; left--) {
            line.cells.put(in.readLong(), cell(in));
        }
        open(line, in);
        return line;
    }

    private static void open(Line line, DataInputStream in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            long shape = in.readLong();
            var shown = new TreeMap<String, Boolean>();
            for (int categories = in.readInt(); categories > 0; categories--) {
                shown.put(in.readUTF().intern(), in.readBoolean());
            }
            line.shows(shape, shown);
        }
        for (int left = in.readInt(); left > 0; left--) {
            line.asked(id(in), in.readLong());
        }
    }

    private static Cell cell(DataInputStream in) throws IOException {
        var cell = new Cell();
        cell.allowed = in.readLong();
        cell.held = in.readLong();
        cell.denied = in.readLong();
        int refusals = in.readInt();
        cell.refusals = refusals == 0 ? Map.of() : new TreeMap<>();
        for (int left = refusals; left > 0; left--) {
            cell.refusals.put(in.readUTF().intern(), in.readLong());
        }
        int flows = in.readInt();
        cell.flows = flows == 0 ? Map.of() : new TreeMap<>();
        for (int left = flows; left > 0; left--) {
            cell.flows.put(in.readUTF().intern(), new Cell.Flow(in.readLong(), in.readLong()));
        }
        return cell;
    }

    private static Id id(DataInputStream in) throws IOException {
        return new Id(in.readLong(), in.readLong());
    }

    private static Instant instant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    private static void read(BitSet bits, DataInputStream in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            bits.set(in.readInt());
        }
    }

    private static void words(Collection<String> words, DataInputStream in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            words.add(in.readUTF().intern());
        }
    }
}
