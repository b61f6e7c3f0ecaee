package dev.gatehouse.postgres.relay;

import dev.gatehouse.net.Wire;
import dev.gatehouse.postgres.relay.PreviewWire.Answer;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.CommandComplete;
import dev.gatehouse.postgres.wire.DataRow;
import dev.gatehouse.postgres.wire.Field;
import dev.gatehouse.postgres.wire.Frames;
import dev.gatehouse.postgres.wire.RowDescription;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes what is released to somebody who looks through the console: bytes that are on record already. One thread.
final class Collected implements Wire {
    private static final int LARGEST = 64 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return -1;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        bytes.write(buffer, offset, length);
    }

    /// What was released since the last time, as rows.
    Answer answer() {
        byte[] all = bytes.toByteArray();
        bytes.reset();
        var frames = new Frames(LARGEST);
        List<String> columns = List.of();
        var rows = new ArrayList<List<Optional<String>>>();
        long changed = 0;
        int from = 0;
        while (frames.complete(all, from, all.length)) {
            int size = frames.size(all, from, all.length);
            switch (BackendMessage.decode(all, from, from + size)) {
                case RowDescription(List<Field> fields) ->
                    columns = fields.stream().map(Field::name).toList();
                case DataRow row ->
                    rows.add(row.values().list().stream()
                            .map(value -> value.map(slice -> slice.utf8()))
                            .toList());
                case CommandComplete done -> changed = done.rows().orElse(0);
                default -> {}
            }
            from += size;
        }
        return new Answer(columns, rows, changed, List.of());
    }

    @Override
    public boolean encrypted() {
        return true;
    }

    @Override
    public String peer() {
        return "console";
    }

    @Override
    public void timeout(int milliseconds) {
        // Nothing waits here.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
