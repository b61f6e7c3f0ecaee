package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Admission;
import dev.gatehouse.gateway.Downstream;
import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.gateway.Exchange.Outcome;
import dev.gatehouse.gateway.Refusal;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.gateway.Upstream;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Operation.Own.Purpose;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.Understanding.Understood;
import dev.gatehouse.postgres.relay.Expected.ErrorWords;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.CommandComplete;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.ReadyForQuery;
import dev.gatehouse.postgres.wire.TransactionStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Runs what people approved after they saw how many rows it is about, and keeps it only if it is about as many: a
/// transaction of the gateway's own around the client's statement, committed or rolled back before the client hears of
/// it. Where the number differs people are asked again, with the number that it really was.
///
/// Possible for one statement without an answer of rows, sent as a simple query outside a transaction: then the client
/// cannot tell the difference. One thread, the client's side.
final class OwnTransaction {
    private final Session session;
    private final Upstream target;
    private final Downstream client;
    private final Pending pending;
    private final Conversation conversation;
    private final Stand stand;
    private final ClientHold hold;

    OwnTransaction(
            Session session,
            Upstream target,
            Downstream client,
            Pending pending,
            Conversation conversation,
            Stand stand,
            ClientHold hold) {
        this.session = session;
        this.target = target;
        this.client = client;
        this.pending = pending;
        this.conversation = conversation;
        this.stand = stand;
        this.hold = hold;
    }

    /// Whether the statement is to be run so, and can be.
    boolean around(Exchange exchange, Understood understood) throws IOException, InterruptedException {
        if (exchange.foreseen().isEmpty() || !plainChange(understood)) {
            return false;
        }
        target.flush();
        return pending.awaitEmpty() && conversation.status() == 'I';
    }

    private static boolean plainChange(Understood understood) {
        var facts = understood.statement().facts();
        return facts.statements() == 1
                && facts.effect() == Effect.WRITE
                && understood.copies().isEmpty()
                && !understood.changesSession()
                && understood.statement().outputs().stream().allMatch(List::isEmpty);
    }

    /// @param message the client's Query
    void run(Exchange first, Shown shown, Slice message, Understood understood)
            throws IOException, InterruptedException {
        var next = once(first, shown, message, understood);
        while (next.isPresent()) {
            next = once(next.get(), new Shown(next.get(), understood.copies()), message, understood);
        }
    }

    /// Runs it and tells the client, unless it is to be run again: then says under which permission.
    private Optional<Exchange> once(Exchange exchange, Shown shown, Slice message, Understood understood)
            throws IOException, InterruptedException {
        var tried = new Tried();
        if (own("BEGIN").isEmpty() || !pending.add(new Expected.Owned(exchange, shown, tried))) {
            return Optional.empty();
        }
        target.forward(exchange, message);
        target.flush();
        var ended = tried.await();
        if (ended.isEmpty()) {
            return Optional.empty();
        }
        var done = ended.get().done();
        if (done.isEmpty()) {
            exchange.answered(ended.get().outcome());
            if (own("ROLLBACK").isPresent()) {
                release(List.of());
            }
            return Optional.empty();
        }
        long rows = done.get().rows().orElse(0);
        if (exchange.foreseen().filter(seen -> !seen.covers(rows)).isEmpty()) {
            commit(exchange, done.get());
            return Optional.empty();
        }
        exchange.answered(Outcome.ROLLED_BACK);
        return own("ROLLBACK").isPresent() ? askedAgain(understood, rows) : Optional.empty();
    }

    private Optional<Exchange> askedAgain(Understood understood, long rows) throws IOException {
        return switch (session.admitAgain(understood.statement(), rows, hold)) {
            case Admission.Admitted(Exchange next) -> Optional.of(next);
            case Admission.Refused(var refusal) -> {
                if (refusal.kind() == Refusal.Kind.OVER) {
                    throw new SessionOver(refusal.message());
                }
                release(List.of(Errors.response(ErrorWords.of(refusal))));
                yield Optional.empty();
            }
        };
    }

    private void commit(Exchange exchange, CommandComplete done) throws IOException, InterruptedException {
        var kept = own("COMMIT");
        if (kept.isEmpty()) {
            // The session ended before the target said whether it is kept: nothing is claimed.
            return;
        }
        exchange.answered(kept.get() ? Outcome.OK : Outcome.ERROR);
        release(List.of(
                kept.get()
                        ? done
                        : Errors.response(ErrorWords.of(
                                "40000",
                                "The statement could not be committed: a constraint or trigger that waits for the end"
                                        + " of the transaction refused it.",
                                "Nothing of it remains."))));
    }

    /// Whether the target did it; empty when the session is over.
    private Optional<Boolean> own(String sql) throws IOException, InterruptedException {
        var exchange = stand.own(Purpose.OWN_TRANSACTION, sql);
        var rows = new Rows();
        if (!pending.add(new Expected.LookUp(exchange, rows))) {
            return Optional.empty();
        }
        target.forward(exchange, Requests.query(sql));
        target.flush();
        return rows.awaitDone();
    }

    /// What the client would have read, had it been alone with the target.
    private void release(List<BackendMessage> messages) throws IOException {
        var out = new MessageWriter();
        messages.forEach(message -> message.encode(out));
        new ReadyForQuery(TransactionStatus.IDLE).encode(out);
        client.release(out.toSlice());
    }
}
