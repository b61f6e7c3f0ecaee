package dev.gatehouse.postgres.relay;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.Bind;
import dev.gatehouse.postgres.wire.Describe;
import dev.gatehouse.postgres.wire.ErrorResponse;
import dev.gatehouse.postgres.wire.Execute;
import dev.gatehouse.postgres.wire.Formats;
import dev.gatehouse.postgres.wire.Frames;
import dev.gatehouse.postgres.wire.FrontendMessage;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.Parse;
import dev.gatehouse.postgres.wire.Prepared;
import dev.gatehouse.postgres.wire.Query;
import dev.gatehouse.postgres.wire.Values;
import java.io.IOException;
import java.util.List;

/// The scripted client of a [Stage].
final class Client {
    private final MemoryWire wire;
    private final MemoryWire gatewayEnd;
    private final MessageSource in;

    /// @param gatewayEnd where the gateway writes, to compare what it wrote with what it recorded
    Client(MemoryWire wire, MemoryWire gatewayEnd) {
        this.wire = wire;
        this.gatewayEnd = gatewayEnd;
        in = new MessageSource(wire);
    }

    void send(FrontendMessage... messages) throws IOException {
        var out = new MessageWriter();
        for (FrontendMessage message : messages) {
            message.encode(out);
        }
        wire.write(out.array(), 0, out.size());
    }

    void sendRaw(byte... bytes) throws IOException {
        wire.write(bytes, 0, bytes.length);
    }

    BackendMessage receive() throws IOException {
        byte[] next = in.next().orElseThrow(() -> new IOException("the gateway closed the connection"));
        return BackendMessage.decode(next, 0, next.length);
    }

    /// The next message's type, and an error's code with it: `Z`, `E:42501`.
    String receiveType() throws IOException {
        return type(receive());
    }

    private static String type(BackendMessage message) {
        if (message instanceof ErrorResponse(var diagnostic)) {
            return "E:" + diagnostic.sqlState();
        }
        var out = new MessageWriter();
        message.encode(out);
        return String.valueOf((char) Frames.type(out.array(), 0));
    }

    /// The types of the next messages, up to ReadyForQuery or the end.
    String receiveUpToReady() throws IOException {
        var types = new StringBuilder();
        for (var next = in.next(); next.isPresent(); next = in.next()) {
            byte[] bytes = next.get();
            String type = type(BackendMessage.decode(bytes, 0, bytes.length));
            types.append(types.isEmpty() ? "" : " ").append(type);
            if (type.equals("Z")) {
                return types.toString();
            }
        }
        return types.append(" end").toString().strip();
    }

    byte[] received() {
        return gatewayEnd.written();
    }

    void leave() {
        wire.close();
    }

    static Query query(String text) {
        return new Query(Slice.utf8(text));
    }

    static Parse parse(String name, String text) {
        return new Parse(name, Slice.utf8(text), List.of());
    }

    static Bind bind(String portal, String statement) {
        return new Bind(portal, statement, Formats.TEXT, Values.NONE, Formats.TEXT);
    }

    static Describe describePortal(String portal) {
        return new Describe(Prepared.PORTAL, portal);
    }

    static Execute execute(String portal) {
        return new Execute(portal, 0);
    }
}
