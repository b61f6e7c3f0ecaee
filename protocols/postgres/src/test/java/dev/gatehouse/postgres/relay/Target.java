package dev.gatehouse.postgres.relay;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.BindComplete;
import dev.gatehouse.postgres.wire.CommandComplete;
import dev.gatehouse.postgres.wire.DataRow;
import dev.gatehouse.postgres.wire.Diagnostic;
import dev.gatehouse.postgres.wire.ErrorResponse;
import dev.gatehouse.postgres.wire.Field;
import dev.gatehouse.postgres.wire.Format;
import dev.gatehouse.postgres.wire.FrontendMessage;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.Parse;
import dev.gatehouse.postgres.wire.ParseComplete;
import dev.gatehouse.postgres.wire.ReadyForQuery;
import dev.gatehouse.postgres.wire.RowDescription;
import dev.gatehouse.postgres.wire.TransactionStatus;
import dev.gatehouse.postgres.wire.Values;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The scripted target of a [Stage]. It answers the gateway's look-ups by itself.
final class Target {
    static final BackendMessage PARSED = new ParseComplete();
    static final BackendMessage BOUND = new BindComplete();
    static final BackendMessage IDLE = new ReadyForQuery(TransactionStatus.IDLE);
    static final BackendMessage IN_TRANSACTION = new ReadyForQuery(TransactionStatus.IN_TRANSACTION);
    static final BackendMessage DONE = new CommandComplete("SELECT 1");
    private static final int TEXT = 25;

    private final MemoryWire wire;
    private final MessageSource in;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private int lookUps;
    private boolean answersLookUps = true;

    Target(MemoryWire wire) {
        this.wire = wire;
        in = new MessageSource(wire);
    }

    void leaveLookUpsUnanswered() {
        answersLookUps = false;
    }

    void send(BackendMessage... messages) throws IOException {
        var out = new MessageWriter();
        for (BackendMessage message : messages) {
            message.encode(out);
        }
        wire.write(out.array(), 0, out.size());
    }

    void sendRaw(byte... bytes) throws IOException {
        wire.write(bytes, 0, bytes.length);
    }

    void leave() {
        wire.close();
    }

    /// The next message, look-ups answered and passed over.
    FrontendMessage receive() throws IOException {
        while (true) {
            byte[] next = in.next().orElseThrow(() -> new IOException("the gateway closed the connection"));
            received.writeBytes(next);
            var message = FrontendMessage.decode(next, 0, next.length);
            if (!answersLookUps
                    || !(message instanceof Parse question)
                    || !question.text().utf8().startsWith("SELECT 'role'")) {
                return message;
            }
            lookUps++;
            restOfQuestion();
            send(
                    PARSED,
                    BOUND,
                    description(column("a", 0, 0), column("b", 0, 0), column("c", 0, 0)),
                    row("role", "ada", "0"),
                    row("schema", "public", "1"),
                    DONE,
                    IDLE);
        }
    }

    /// Bind, Execute, both Closes and Sync.
    private void restOfQuestion() throws IOException {
        for (int i = 0; i < 5; i++) {
            received.writeBytes(in.next().orElseThrow(() -> new IOException("the gateway closed the connection")));
        }
    }

    /// The next messages' types.
    String receiveTypes(int count) throws IOException {
        var types = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            types.add(receive().getClass().getSimpleName());
        }
        return String.join(" ", types);
    }

    /// Everything that reached the target before it closed, as text.
    String everything() throws IOException {
        for (var next = in.next(); next.isPresent(); next = in.next()) {
            received.writeBytes(next.get());
        }
        return received.toString(StandardCharsets.UTF_8);
    }

    String sofar() {
        return received.toString(StandardCharsets.UTF_8);
    }

    int lookUps() {
        return lookUps;
    }

    static BackendMessage error(String sqlState) {
        return new ErrorResponse(Diagnostic.of("ERROR", sqlState, "the target's words"));
    }

    static Field column(String name, int table, int attribute) {
        return new Field(name, table, (short) attribute, TEXT, (short) -1, -1, Format.TEXT);
    }

    static RowDescription description(Field... fields) {
        return new RowDescription(List.of(fields));
    }

    static DataRow row(String... values) {
        var list = new ArrayList<Optional<Slice>>();
        for (String value : values) {
            list.add(Optional.of(Slice.utf8(value)));
        }
        return new DataRow(Values.of(list));
    }
}
