package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.gateway.Upstream;
import dev.gatehouse.model.Slice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/// The rows that a client supplies for an admitted COPY: on record before they are forwarded, many at a time, because
/// clients send each in a message of its own. One thread, the client's side.
final class CopyIn {
    private static final int AT_ONCE = 48 * 1024;

    private final Inbound in;
    private final Session session;
    private final Upstream target;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private Optional<Exchange> exchange = Optional.empty();

    CopyIn(Inbound in, Session session, Upstream target) {
        this.in = in;
        this.session = session;
        this.target = target;
    }

    /// What rows that come now are for. Without any, the target would not take rows either, and they are dropped.
    void belongsTo(Exchange admitted) {
        exchange = Optional.of(admitted);
    }

    /// Takes the CopyData that the client's side stands at.
    void row() throws IOException {
        if (exchange.isPresent()) {
            collected.write(in.array(), in.start(), in.size());
            if (collected.size() >= AT_ONCE || !in.another()) {
                forwardCollected();
            }
        }
    }

    /// Takes the CopyDone or CopyFail that the client's side stands at.
    void end() throws IOException {
        forwardCollected();
        if (exchange.isPresent()) {
            target.forward(exchange.get(), in.array(), in.start(), in.size());
        }
    }

    /// Must be called before anything else is forwarded, so that order stays as the client meant it.
    void forwardCollected() throws IOException {
        if (exchange.isPresent() && collected.size() > 0) {
            var bytes = Slice.of(collected.toByteArray());
            collected.reset();
            session.supplied(exchange.get(), bytes);
            target.forward(exchange.get(), bytes);
        }
    }
}
