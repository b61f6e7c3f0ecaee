package dev.gatehouse.postgres.relay;

import dev.gatehouse.approval.HeldClient;
import dev.gatehouse.approval.Notice;
import dev.gatehouse.approval.Waiting;
import dev.gatehouse.model.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The client while an answer that reached a limit waits for people. One thread, the target's side; that the client is
/// gone is noticed by the other side, which reads it.
final class AnswerHold implements HeldClient {
    private final Outbound out;
    private final Supplier<Patience> patience;

    AnswerHold(Outbound out, Supplier<Patience> patience) {
        this.out = out;
        this.patience = patience;
    }

    @Override
    public Patience patience() {
        return patience.get();
    }

    /// Releases the rows so far as well.
    @Override
    public void tell(Notice notice) throws IOException {
        out.about(Optional.empty(), List.of());
        out.put(Errors.held(notice));
        out.flush();
    }

    @Override
    public void lookOut(Waiting waiting) {
        // The client's side does, since it reads the client.
    }

    /// Its meaning was settled when it began.
    @Override
    public Operation again(Operation before) {
        return before;
    }
}
