package dev.gatehouse.postgres;

import dev.gatehouse.net.Wire;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.ErrorResponse;
import dev.gatehouse.postgres.wire.Frames;
import dev.gatehouse.postgres.wire.FrontendMessage;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.ReadyForQuery;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Sends messages and collects the answers up to ReadyForQuery.
public final class TestClient {
    private final Wire wire;
    private final byte[] buffer = new byte[1 << 20];
    private final Frames frames = new Frames(buffer.length);

    public TestClient(Wire wire) {
        this.wire = wire;
    }

    /// The answers to messages of which the last must be Query or Sync.
    public List<BackendMessage> ask(FrontendMessage... messages) throws IOException {
        var out = new MessageWriter();
        for (FrontendMessage message : messages) {
            message.encode(out);
        }
        wire.write(out.array(), 0, out.size());
        var answers = new ArrayList<BackendMessage>();
        int start = 0;
        int end = 0;
        while (true) {
            while (frames.complete(buffer, start, end)) {
                int size = frames.size(buffer, start, end);
                var answer = BackendMessage.decode(buffer, start, start + size);
                start += size;
                answers.add(answer);
                if (answer instanceof ErrorResponse(var said)) {
                    throw new IOException(said.sqlState() + " " + said.message());
                }
                if (answer instanceof ReadyForQuery) {
                    return answers;
                }
            }
            int read = wire.read(buffer, end, buffer.length - end);
            if (read < 0) {
                throw new EOFException("the server hung up");
            }
            end += read;
        }
    }
}
