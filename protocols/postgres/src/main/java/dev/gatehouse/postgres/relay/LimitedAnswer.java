package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.gateway.Exchange.Outcome;
import dev.gatehouse.gateway.Refusal;
import java.io.IOException;
import java.util.Optional;

/// The rows of the answer under way, until a limit stops it: then the target is asked to cancel, what still comes is
/// dropped, and the client learns the limit in place of the end. One thread, the target's side.
final class LimitedAnswer {
    private final Inbound in;
    private final Outbound out;
    private final Conversation conversation;
    private final RowAnswers rows;
    private final Words words;

    private Optional<Refusal> stopping = Optional.empty();
    private Outcome outcome = Outcome.OK;

    LimitedAnswer(Inbound in, Outbound out, Conversation conversation, RowAnswers rows, Words words) {
        this.in = in;
        this.out = out;
        this.conversation = conversation;
        this.rows = rows;
        this.words = words;
    }

    /// Whether a limit was reached and the target has not ended yet.
    boolean stopped() {
        return stopping.isPresent();
    }

    void row(Exchange exchange) throws IOException {
        if (stopping.isEmpty()) {
            stop(rows.row(in, out, exchange));
        }
    }

    /// Takes a long row in pieces; false when its rows do not pass unchanged and it must be put together.
    boolean longRow(Exchange exchange) throws IOException {
        var passed = rows.longRow(in, out, exchange);
        passed.ifPresent(this::stop);
        return passed.isPresent();
    }

    void copy(Exchange exchange, Shown shown) throws IOException {
        if (stopping.isEmpty()) {
            stop(rows.copy(in, out, exchange, shown));
        }
    }

    private void stop(Optional<Refusal> limit) {
        stopping = limit;
        if (limit.isPresent()) {
            conversation.cancel();
        }
    }

    /// A completed statement; or the end of one that a limit has stopped, which the client learns as an error.
    void completed() {
        if (stopping.isPresent()) {
            limited();
        } else {
            rows.completed(out);
            out.pass(in);
        }
    }

    private void limited() {
        out.put(Errors.response(Expected.ErrorWords.of(stopping.orElseThrow())));
        stopping = Optional.empty();
        outcome = Outcome.LIMITED;
        rows.completed(out);
    }

    void failed(Shown shown) {
        if (stopping.isPresent()) {
            limited();
            return;
        }
        outcome = words.error(in, out, shown);
        rows.completed(out);
    }

    /// How the answer that is over now ended; the next one begins afresh.
    Outcome finished() {
        rows.finished();
        var ended = outcome;
        outcome = Outcome.OK;
        return ended;
    }
}
