package dev.gatehouse.http.relay;

import dev.gatehouse.gateway.Admission;
import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.gateway.Exchange.Outcome;
import dev.gatehouse.http.login.Doorstep;
import dev.gatehouse.http.target.HttpTarget;
import dev.gatehouse.http.wire.Framing;
import dev.gatehouse.http.wire.Header;
import dev.gatehouse.http.wire.MalformedHttp;
import dev.gatehouse.http.wire.RequestHead;
import dev.gatehouse.model.Slice;
import dev.gatehouse.net.ReadAheadWire;
import dev.gatehouse.recording.RecordingFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Serves one client connection: a request, its answer, the next request. One thread.
///
/// The order for each: read its head strictly, find the connection it is for, know who asks, read the body, understand
/// the whole, have it admitted, relay it. The first that fails answers.
public final class Conversation {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Slice CONTINUE = Slice.of("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    private final ReadAheadWire client;
    private final Doorman doorman;
    private final Map<String, HttpTarget> targets;
    private final HttpLimits limits;
    private final Incoming incoming;
    private final Doorstep doorstep;
    private Optional<Visit> visit = Optional.empty();

    /// @param client encrypted, where the listener offers that
    /// @param targets by the connection's name
    public Conversation(ReadAheadWire client, Doorman doorman, Map<String, HttpTarget> targets, HttpLimits limits) {
        this.client = client;
        this.doorman = doorman;
        this.targets = Map.copyOf(targets);
        this.limits = limits;
        incoming = new Incoming(client::read);
        doorstep = new Doorstep(client);
    }

    /// Returns when the connection is over; the caller closes the wire.
    public void run() throws IOException {
        try {
            client.timeout(limits.firstMilliseconds());
            boolean goesOn = true;
            while (goesOn) {
                goesOn = request();
                client.timeout(limits.idleMilliseconds());
            }
        } catch (RecordingFailed failure) {
            // What cannot be recorded is not sent; the recorder itself says loudly that it failed.
            client.close();
        } finally {
            leave();
        }
    }

    private void leave() {
        try {
            visit.ifPresent(Visit::end);
        } catch (RecordingFailed failure) {
            // The session is over all the same, and its end is not on record: the recorder says why.
            client.close();
        }
    }

    private boolean request() throws IOException {
        try {
            var bytes = incoming.head();
            if (bytes.isEmpty()) {
                return false;
            }
            var head = RequestHead.parse(bytes.get());
            var framing = Framing.ofRequest(head);
            client.timeout(limits.idleMilliseconds());
            return known(head, framing);
        } catch (MalformedHttp malformed) {
            say(Problem.of(400, "Bad Request", malformed.text()), true, true);
            return false;
        }
    }

    private boolean known(RequestHead head, Framing framing) throws IOException {
        var unfit = unfit(head);
        if (unfit.isPresent()) {
            say(unfit.get(), !head.method().equals("HEAD"), true);
            return false;
        }
        var addressed = Addressed.of(head, targets);
        if (addressed.isEmpty()) {
            say(
                    Problem.of(404, "Not Found", "A path begins with /http/CONNECTION/ here."),
                    !head.method().equals("HEAD"),
                    true);
            return false;
        }
        switch (doorman.known(visit, head, addressed.get().connection(), client)) {
            case Doorman.Answer.Come(Visit known) -> {
                visit.filter(before -> before.session() != known.session()).ifPresent(Visit::end);
                visit = Optional.of(known);
            }
            case Doorman.Answer.Stay(Problem problem) -> {
                // Whoever was known before has nothing to do with what was asked now.
                visit.ifPresent(Visit::end);
                visit = Optional.empty();
                say(problem, !head.method().equals("HEAD"), true);
                return false;
            }
        }
        var known = visit.orElseThrow();
        known.turn().began();
        try {
            return asked(known, head, framing, addressed.get());
        } finally {
            known.turn().ended();
        }
    }

    /// What is refused whoever asks.
    private static Optional<Problem> unfit(RequestHead head) {
        if (!METHODS.contains(head.method())) {
            return Optional.of(Problem.of(501, "Not Implemented", "This method is not forwarded.")
                    .with(new Header(
                            "Allow", String.join(", ", METHODS.stream().sorted().toList()))));
        }
        if (head.headers().has("Upgrade") || head.headers().has("HTTP2-Settings")) {
            return Optional.of(Problem.of(501, "Not Implemented", "A connection cannot be upgraded here."));
        }
        if (!head.target().startsWith("/") || head.target().contains("#")) {
            return Optional.of(Problem.of(400, "Bad Request", "Ask for a path, not for a whole URL or host."));
        }
        return Optional.empty();
    }

    private boolean asked(Visit known, RequestHead head, Framing framing, Addressed addressed) throws IOException {
        if (head.headers().lists("Expect", "100-continue") && !(framing instanceof Framing.Empty)) {
            known.downstream().release(CONTINUE);
        }
        boolean bodiless = head.method().equals("HEAD");
        Slice body;
        try {
            var bytes = incoming.body(framing).readNBytes(limits.mostRequest() + 1);
            body = Slice.of(bytes);
        } catch (Incoming.Broken broken) {
            known.downstream()
                    .release(Problem.of(400, "Bad Request", "The body does not end as the headers say.")
                            .encode(!bodiless, true));
            return false;
        }
        if (body.length() > limits.mostRequest()) {
            known.downstream()
                    .release(Problem.of(
                                    413,
                                    "Content Too Large",
                                    "A body may have " + limits.mostRequest()
                                            + " bytes (limits.statement), since it is decided as a whole.")
                            .encode(!bodiless, true));
            return false;
        }
        return decided(known, head, addressed, body);
    }

    private boolean decided(Visit known, RequestHead head, Addressed addressed, Slice body) throws IOException {
        var target = Optional.ofNullable(targets.get(addressed.connection()));
        var understanding = new Understanding(head, addressed.path(), body, target, client);
        boolean last = !head.keepsAlive();
        return switch (known.session().admit(understanding.operation(), understanding)) {
            case Admission.Refused(var refusal) -> {
                known.downstream()
                        .release(Problem.of(refusal).encode(!head.method().equals("HEAD"), last));
                yield !last;
            }
            case Admission.Admitted(Exchange exchange) -> {
                var shown = target.flatMap(t -> t.shown(known.session().principal()));
                if (shown.isEmpty()) {
                    exchange.answered(Outcome.NOT_RUN);
                    known.downstream()
                            .release(noWay(exchange).encode(!head.method().equals("HEAD"), last));
                    yield !last;
                }
                var call = new Call(
                        exchange,
                        target.orElseThrow(),
                        shown.get(),
                        head,
                        addressed.path(),
                        addressed.ownPath(),
                        body,
                        last);
                yield known.relay().run(call) && !last;
            }
        };
    }

    private static Problem noWay(Exchange exchange) {
        return Problem.of(502, "Bad Gateway", "The gateway has no way to this target for you.")
                .with("operation", exchange.operationId().toString())
                .with("hint", "Ask the operator: the connection must be of type http and name a credential for you.");
    }

    /// In a session even the gateway's own words are on record; before one there is nothing to record them in.
    private void say(Problem problem, boolean body, boolean last) throws IOException {
        var answer = problem.encode(body, last);
        if (visit.isPresent()) {
            visit.get().downstream().release(answer);
        } else {
            doorstep.say(answer);
        }
    }
}
