package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Exchange.Outcome;
import dev.gatehouse.postgres.wire.CommandComplete;
import java.util.Optional;

/// How a statement ended that runs in a transaction of the gateway's own: filled by the target's side, awaited by the
/// client's. Thread-safe.
final class Tried {
    private Optional<CommandComplete> done = Optional.empty();
    private Outcome outcome = Outcome.OK;
    private boolean over;
    private boolean abandoned;

    /// @param done what the client is told once it is kept; empty after an error that it has been told already
    record End(Optional<CommandComplete> done, Outcome outcome) {}

    synchronized void completed(CommandComplete command) {
        done = Optional.of(command);
    }

    synchronized void failed(Outcome how) {
        done = Optional.empty();
        outcome = how;
    }

    /// The target is ready again, and whatever it said is released.
    synchronized void over() {
        over = true;
        notifyAll();
    }

    synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    /// Empty when the session is over.
    synchronized Optional<End> await() throws InterruptedException {
        while (!over && !abandoned) {
            wait();
        }
        return over ? Optional.of(new End(done, outcome)) : Optional.empty();
    }
}
