package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.gateway.Upstream;
import dev.gatehouse.model.Slice;
import dev.gatehouse.policy.BuiltIn;
import dev.gatehouse.postgres.relay.Expected.ErrorWords;
import dev.gatehouse.postgres.wire.CopyFail;
import dev.gatehouse.postgres.wire.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The rows that a client supplies for an admitted COPY: on record before they are forwarded, many at a time, because
/// clients send each in a message of its own. One thread, the client's side.
final class CopyIn {
    private static final int AT_ONCE = 48 * 1024;

    private final Inbound in;
    private final Session session;
    private final Upstream target;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final CopiedText copied = new CopiedText();
    private Optional<Exchange> exchange = Optional.empty();
    private Optional<Shown> shown = Optional.empty();
    private boolean stopped;

    CopyIn(Inbound in, Session session, Upstream target) {
        this.in = in;
        this.session = session;
        this.target = target;
    }

    /// What rows that come now are for. Without any, the target would not take rows either, and they are dropped.
    void belongsTo(Exchange admitted, Shown answer) {
        exchange = Optional.of(admitted);
        shown = Optional.of(answer);
        copied.begin();
        stopped = false;
    }

    /// Takes the CopyData that the client's side stands at.
    void row() throws IOException {
        if (exchange.isPresent() && !stopped) {
            collected.write(in.array(), in.start(), in.size());
            text.write(in.array(), in.bodyStart(), in.bodySize());
            if (collected.size() >= AT_ONCE || !in.another()) {
                forwardCollected();
            }
        }
    }

    /// Takes the CopyDone or CopyFail that the client's side stands at.
    void end() throws IOException {
        forwardCollected();
        if (exchange.isPresent() && !stopped && copied.maskedAtEnd()) {
            stop(exchange.get());
        }
        if (exchange.isPresent() && !stopped) {
            target.forward(exchange.get(), in.array(), in.start(), in.size());
        }
    }

    /// Must be called before anything else is forwarded, so that order stays as the client meant it.
    void forwardCollected() throws IOException {
        if (exchange.isPresent() && collected.size() > 0) {
            var bytes = Slice.of(collected.toByteArray());
            collected.reset();
            if (masked()) {
                stop(exchange.get());
                return;
            }
            session.supplied(exchange.get(), bytes);
            target.forward(exchange.get(), bytes);
        }
    }

    /// Whether a mask comes back in what is about to be stored.
    private boolean masked() {
        String lot = text.toString(StandardCharsets.UTF_8);
        text.reset();
        return copied.masked(lot);
    }

    /// Gives the COPY up in the client's place, so that nothing of it is stored.
    private void stop(Exchange admitted) throws IOException {
        stopped = true;
        shown.ifPresent(answer -> answer.insteadOfError(new ErrorWords(
                "42501",
                "This would store a masked value as if it were data.",
                "rule=" + BuiltIn.MASK_IN_WRITE + " operation=" + admitted.operationId(),
                "Copy only columns whose real value you have.",
                0)));
        var out = new MessageWriter();
        new CopyFail("refused by Gatehouse").encode(out);
        target.forward(admitted, out.toSlice());
    }
}
