package dev.gatehouse.bypass;

import dev.gatehouse.model.Slice;
import dev.gatehouse.net.Wire;
import dev.gatehouse.postgres.target.TargetSession;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.Bind;
import dev.gatehouse.postgres.wire.CopyFail;
import dev.gatehouse.postgres.wire.CopyInResponse;
import dev.gatehouse.postgres.wire.Describe;
import dev.gatehouse.postgres.wire.Execute;
import dev.gatehouse.postgres.wire.Formats;
import dev.gatehouse.postgres.wire.Frames;
import dev.gatehouse.postgres.wire.FrontendMessage;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.Parse;
import dev.gatehouse.postgres.wire.Prepared;
import dev.gatehouse.postgres.wire.Query;
import dev.gatehouse.postgres.wire.ReadyForQuery;
import dev.gatehouse.postgres.wire.Sync;
import dev.gatehouse.postgres.wire.Values;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// One session with whatever is tried, of which everything that comes back is kept. One thread.
final class Talk implements AutoCloseable {
    private static final Formats BINARY = new Formats(Slice.of(new byte[] {0, 1}));
    private static final int LARGEST = 64 << 20;

    private final Wire wire;
    private final Frames frames = new Frames(LARGEST);
    private final Reply reply = new Reply();
    private byte[] buffer;
    private int start;
    private int end;

    /// @param patience how long to wait for bytes, in milliseconds
    Talk(TargetSession session, int patience) throws IOException {
        wire = session.wire();
        wire.timeout(patience);
        buffer = Arrays.copyOf(session.pending().toBytes(), 1 << 14);
        end = session.pending().length();
    }

    /// Everything so far.
    Reply reply() {
        return reply;
    }

    void say(String sql, Way way) throws IOException {
        switch (way) {
            case SIMPLE -> send(new Query(Slice.utf8(sql)));
            case EXTENDED_TEXT -> send(extended(sql, Formats.TEXT));
            case EXTENDED_BINARY -> send(extended(sql, BINARY));
        }
        hear();
    }

    private static FrontendMessage[] extended(String sql, Formats formats) {
        return new FrontendMessage[] {
            parse("", sql), bind("", "", formats), new Describe(Prepared.PORTAL, ""), new Execute("", 0), new Sync()
        };
    }

    static Parse parse(String name, String sql) {
        return new Parse(name, Slice.utf8(sql), List.of());
    }

    static Bind bind(String portal, String statement, Formats formats) {
        return new Bind(portal, statement, Formats.TEXT, Values.NONE, formats);
    }

    void send(FrontendMessage... messages) throws IOException {
        var out = new MessageWriter();
        for (FrontendMessage message : messages) {
            message.encode(out);
        }
        wire.write(out.array(), 0, out.size());
    }

    /// Keeps what comes up to the next ReadyForQuery. A COPY that asks for data gets none.
    void hear() throws IOException {
        while (true) {
            BackendMessage message = receive();
            reply.add(message);
            switch (message) {
                case CopyInResponse _ -> send(new CopyFail("nothing to give"), new Sync());
                case ReadyForQuery _ -> {
                    return;
                }
                default -> {}
            }
        }
    }

    private BackendMessage receive() throws IOException {
        while (!frames.complete(buffer, start, end)) {
            fill();
        }
        int size = frames.size(buffer, start, end);
        var message = BackendMessage.decode(buffer, start, start + size);
        start += size;
        return message;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = wire.read(buffer, end, buffer.length - end);
        if (read < 0) {
            throw new EOFException("the connection was closed");
        }
        end += read;
    }

    @Override
    public void close() {
        wire.close();
    }
}
