package dev.gatehouse.http.relay;

import dev.gatehouse.gateway.Downstream;
import dev.gatehouse.gateway.Exchange.Outcome;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.gateway.Upstream;
import dev.gatehouse.http.mask.JsonMask;
import dev.gatehouse.http.target.HttpTarget;
import dev.gatehouse.http.understand.RequestHeaders;
import dev.gatehouse.http.wire.Framing;
import dev.gatehouse.http.wire.Header;
import dev.gatehouse.http.wire.MalformedHttp;
import dev.gatehouse.http.wire.ResponseHead;
import dev.gatehouse.model.Slice;
import dev.gatehouse.net.Wire;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sends admitted calls to their target, one after the other and each on a wire of its own, and brings back the
/// answers.
/// One thread; [#close] from any.
final class CallRelay {
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int MOST_INTERIM = 20;

    private final Session session;
    private final Downstream downstream;
    private final JsonMask mask;
    private final HttpLimits limits;
    private volatile Optional<Wire> open = Optional.empty();

    CallRelay(Session session, Downstream downstream, JsonMask mask, HttpLimits limits) {
        this.session = session;
        this.downstream = downstream;
        this.mask = mask;
        this.limits = limits;
    }

    /// Whether the client's connection can go on afterwards.
    ///
    /// @throws IOException when the client is gone, or the answer broke off after its beginning was released
    boolean run(Call call) throws IOException {
        Wire wire;
        try {
            wire = call.target().dial(call.shown(), limits.answerMilliseconds());
        } catch (IOException unreachable) {
            call.exchange().answered(Outcome.NOT_RUN);
            say(
                    call,
                    Problem.of(502, "Bad Gateway", "The target cannot be reached right now.")
                            .with("operation", call.exchange().operationId().toString())
                            .with(
                                    "hint",
                                    "Nothing was sent. Try again; the operator finds the reason under the operation."));
            return true;
        }
        open = Optional.of(wire);
        try {
            return exchange(call, new Upstream(session, wire));
        } finally {
            wire.close();
            open = Optional.empty();
        }
    }

    /// Ends a call under way, from outside.
    void close() {
        open.ifPresent(Wire::close);
    }

    private boolean exchange(Call call, Upstream upstream) throws IOException {
        ResponseHead head;
        Framing framing;
        var incoming = new Incoming(upstream::read);
        try {
            upstream.forward(call.exchange(), request(call));
            upstream.forward(call.exchange(), call.body());
            upstream.flush();
            head = finalHead(incoming);
            framing = Framing.ofResponse(head, call.head().method());
        } catch (IOException | MalformedHttp noAnswer) {
            call.exchange().answered(Outcome.ERROR);
            say(
                    call,
                    Problem.of(502, "Bad Gateway", "The target gave no answer that can be understood.")
                            .with("operation", call.exchange().operationId().toString())
                            .with("hint", "It is not known whether the target did what was asked."));
            return true;
        }
        var answer = new Answer(call, downstream, session.announcements(), mask, limits.mostMasked());
        try {
            return answer.deliver(head, framing, incoming.body(framing));
        } catch (IOException brokeOff) {
            answer.brokeOff();
            throw brokeOff;
        }
    }

    /// Past interim answers (RFC 9110 section 15.2), which say nothing that a client needs here.
    private static ResponseHead finalHead(Incoming incoming) throws IOException, MalformedHttp {
        for (int i = 0; i < MOST_INTERIM; i++) {
            var head = ResponseHead.parse(incoming.head().orElseThrow(() -> new EOFException("no answer")));
            if (head.status() == SWITCHING_PROTOCOLS) {
                throw new MalformedHttp("The target switched to another protocol unasked.");
            }
            if (head.status() >= 200) {
                return head;
            }
        }
        throw new MalformedHttp("The target sent interim answers without end.");
    }

    private void say(Call call, Problem problem) throws IOException {
        downstream.release(problem.encode(!call.bodiless(), call.last()));
    }

    private static Slice request(Call call) {
        var target = call.target();
        var credential = HttpTarget.header(call.shown());
        var text = new StringBuilder();
        text.append(call.head().method()).append(' ').append(target.base()).append(call.path());
        text.append(" HTTP/1.1\r\n");
        for (Header header : headers(call, credential)) {
            text.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        return Slice.of(text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static List<Header> headers(Call call, Optional<Header> credential) {
        var headers = new ArrayList<Header>();
        headers.add(new Header("Host", call.target().authority()));
        RequestHeaders.forwarded(call.head().headers()).stream()
                .filter(header ->
                        credential.filter(own -> own.named(header.name())).isEmpty())
                .forEach(headers::add);
        credential.ifPresent(headers::add);
        // What cannot be read cannot be masked.
        headers.add(new Header("Accept-Encoding", "identity"));
        headers.add(new Header("Connection", "close"));
        if (!call.body().isEmpty() || call.head().headers().has("Content-Length")) {
            headers.add(
                    new Header("Content-Length", Integer.toString(call.body().length())));
        }
        return headers;
    }
}
