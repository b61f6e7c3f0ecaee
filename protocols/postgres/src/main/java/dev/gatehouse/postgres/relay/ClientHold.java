package dev.gatehouse.postgres.relay;

import dev.gatehouse.approval.HeldClient;
import dev.gatehouse.approval.Notice;
import dev.gatehouse.approval.Waiting;
import dev.gatehouse.gateway.Downstream;
import dev.gatehouse.gateway.Upstream;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.net.ReadAheadWire;
import dev.gatehouse.postgres.Understanding.Understood;
import dev.gatehouse.postgres.wire.MessageWriter;
import java.io.IOException;

/// The client while its own thread waits for people before a statement. One thread, the client's side, except where
/// said otherwise.
final class ClientHold implements HeldClient {
    private final ReadAheadWire client;
    private final Downstream out;
    private final Upstream target;
    private volatile boolean locks;
    private Again again = () -> {
        throw new IllegalStateException("nothing was understood yet");
    };

    /// Understands the statement at hand once more.
    interface Again {
        Understood understood() throws IOException, InterruptedException;
    }

    ClientHold(ReadAheadWire client, Downstream out, Upstream target) {
        this.client = client;
        this.out = out;
        this.target = target;
    }

    /// The next question is about what this understands.
    void about(Again statement) {
        again = statement;
    }

    /// No transaction is open, and nothing is under way.
    void idle() {
        locks = false;
    }

    /// What was admitted keeps others waiting until its transaction ends, if it writes or locks.
    void admitted(SqlFacts facts) {
        locks |= facts.effect().compareTo(Effect.WRITE) >= 0
                || facts.kinds().stream().anyMatch(kind -> kind.startsWith("lock"));
    }

    /// Any thread.
    @Override
    public Patience patience() {
        return locks ? Patience.BRIEF : Patience.AS_LONG_AS_IT_TAKES;
    }

    @Override
    public void tell(Notice notice) throws IOException {
        // What was asked before is not to wait as well.
        target.flush();
        var words = new MessageWriter();
        Errors.held(notice).encode(words);
        out.release(words.toSlice());
    }

    @Override
    public void lookOut(Waiting waiting) throws IOException {
        client.lookOut(waiting::leave);
    }

    @Override
    public Operation again(Operation before) throws IOException, InterruptedException {
        return again.understood().statement();
    }
}
