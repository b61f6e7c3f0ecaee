package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Admission;
import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.gateway.Upstream;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Operation.Own.Purpose;
import dev.gatehouse.postgres.relay.Expected.ErrorWords;
import dev.gatehouse.postgres.relay.Expected.Failure;
import java.io.IOException;
import java.util.Optional;

/// What the gateway sends on its own account: housekeeping that every client is owed, and the failing statement that
/// stands in for what was refused. One thread, the client's side.
final class Stand {
    private final Session session;
    private final Upstream target;
    private final Pending pending;
    private Optional<Exchange> housekeeping = Optional.empty();
    private boolean skipping;

    Stand(Session session, Upstream target, Pending pending) {
        this.session = session;
        this.target = target;
        this.pending = pending;
    }

    /// The permission for Sync, Flush, Close and Describe: admitted and recorded once for the session.
    Exchange housekeeping() throws IOException {
        if (housekeeping.isEmpty()) {
            housekeeping = Optional.of(own(Purpose.HOUSEKEEPING, "Sync, Flush, Close and Describe of this session"));
        }
        return housekeeping.get();
    }

    /// Sends, in place of what was refused, a statement that always fails.
    ///
    /// @param simple as a Query; otherwise as a Parse, after which the target skips to Sync
    void fail(boolean simple, ErrorWords words) throws IOException, InterruptedException {
        var exchange = own(Purpose.FAIL_TRANSACTION, "stands for a refused operation");
        pending.add(new Failure(exchange, words, simple));
        target.forward(exchange, simple ? Requests.FAILING_QUERY : Requests.FAILING_PARSE);
        skipping = !simple;
    }

    /// Whether something in this batch was refused: the target skips to Sync, and so must the client's side.
    boolean skipping() {
        return skipping;
    }

    /// A Sync came.
    void synced() {
        skipping = false;
    }

    /// An exchange of the gateway's own within this session.
    Exchange own(Purpose purpose, String detail) throws IOException {
        return switch (session.admit(new Operation.Own(purpose, detail))) {
            case Admission.Admitted(Exchange exchange) -> exchange;
            case Admission.Refused(var refusal) -> throw new SessionOver(refusal.message());
        };
    }
}
