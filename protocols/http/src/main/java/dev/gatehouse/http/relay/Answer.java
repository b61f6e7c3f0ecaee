package dev.gatehouse.http.relay;

import dev.gatehouse.gateway.Announcements;
import dev.gatehouse.gateway.Downstream;
import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.gateway.Exchange.Outcome;
import dev.gatehouse.http.mask.JsonMask;
import dev.gatehouse.http.mask.MaskedJson;
import dev.gatehouse.http.understand.MediaType;
import dev.gatehouse.http.wire.Framing;
import dev.gatehouse.http.wire.Header;
import dev.gatehouse.http.wire.Headers;
import dev.gatehouse.http.wire.ResponseHead;
import dev.gatehouse.model.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Brings one answer of a target back to its client: as it comes where nothing is masked and nothing counted, else
/// understood as a whole first. One thread.
final class Answer {
    private static final int PIECE = 64 * 1024;
    private static final String NOTICE = "Gatehouse-Notice";

    private final Call call;
    private final Exchange exchange;
    private final Downstream downstream;
    private final Announcements announcements;
    private final JsonMask mask;
    private final int most;
    private boolean told;

    /// @param announcements what the gateway has to tell this client, in a header of the answer
    /// @param most bytes of an answer that must be held
    Answer(Call call, Downstream downstream, Announcements announcements, JsonMask mask, int most) {
        this.call = call;
        this.exchange = call.exchange();
        this.downstream = downstream;
        this.announcements = announcements;
        this.mask = mask;
        this.most = most;
    }

    /// Whether the client's connection can go on afterwards.
    boolean deliver(ResponseHead head, Framing framing, InputStream body) throws IOException {
        boolean masked = exchange.masksAnything();
        var headers = new ArrayList<>(new AnswerHeaders(call.target(), call.ownPath()).shown(head.headers(), masked));
        announcements.next().ifPresent(sentence -> headers.add(new Header(NOTICE, sentence)));
        if (framing instanceof Framing.Empty || call.bodiless()) {
            ended(outcome(head));
            downstream.release(encoded(head, headers, length(head)));
            return true;
        }
        if (masked || exchange.limited()) {
            held(head, headers, body, masked);
            return true;
        }
        return passed(head, headers, framing, body);
    }

    /// Records that the client did not get all of it.
    void brokeOff() {
        if (!told) {
            ended(Outcome.ERROR);
        }
    }

    private void ended(Outcome outcome) {
        told = true;
        exchange.answered(outcome);
    }

    private static Outcome outcome(ResponseHead head) {
        return head.status() < 400 ? Outcome.OK : Outcome.ERROR;
    }

    /// Statuses 204 and 304 state no length; an empty answer to anything else says so.
    private Optional<Header> length(ResponseHead head) {
        return call.bodiless() || head.status() == 204 || head.status() == 304
                ? Optional.empty()
                : Optional.of(new Header("Content-Length", "0"));
    }

    private void held(ResponseHead head, List<Header> headers, InputStream body, boolean masked) throws IOException {
        MaskedJson answer;
        try {
            answer = understood(head, body, masked);
        } catch (JsonMask.Unmaskable unmaskable) {
            withhold(head, unmaskable.text());
            return;
        } catch (IOException brokenOff) {
            withhold(head, "It broke off.");
            return;
        }
        release(head, headers, answer);
    }

    private MaskedJson understood(ResponseHead head, InputStream body, boolean masked)
            throws IOException, JsonMask.Unmaskable {
        var type = MediaType.of(head.headers().all("Content-Type").stream().findFirst());
        if (masked || type.json()) {
            understandable(head, type);
            return mask.mask(body, type.jsonLines(), exchange.masks().getFirst());
        }
        byte[] bytes = body.readNBytes(most);
        if (body.read() >= 0) {
            throw new JsonMask.Unmaskable("It is larger than what can be counted.");
        }
        return new MaskedJson(List.of(new MaskedJson.Run(Slice.of(bytes), Optional.empty())), 1, Set.of());
    }

    private static void understandable(ResponseHead head, MediaType type) throws JsonMask.Unmaskable {
        var encodings = head.headers().tokens("Content-Encoding");
        if (!encodings.isEmpty() && !encodings.equals(List.of("identity"))) {
            throw new JsonMask.Unmaskable("It is compressed.");
        }
        if (!type.json()) {
            throw new JsonMask.Unmaskable("It is not JSON.");
        }
        if (head.status() == 206) {
            throw new JsonMask.Unmaskable("It is a part of an answer.");
        }
    }

    private void release(ResponseHead head, List<Header> headers, MaskedJson answer) throws IOException {
        long perRow = answer.length() / answer.rows();
        for (long row = 0; row < answer.rows(); row++) {
            var limit = exchange.row(Math.toIntExact(perRow));
            if (limit.isPresent()) {
                ended(Outcome.LIMITED);
                say(Problem.of(limit.get()));
                return;
            }
        }
        ended(outcome(head));
        var categories = answer.categories().stream().sorted().toList();
        var parts = new ArrayList<Downstream.Part>();
        var length = new Header("Content-Length", Integer.toString(answer.length()));
        parts.add(new Downstream.Part(List.of(), Optional.empty(), encoded(head, headers, Optional.of(length))));
        for (MaskedJson.Run run : answer.runs()) {
            parts.add(new Downstream.Part(categories, run.subject(), run.bytes()));
        }
        downstream.release(parts);
    }

    /// The target has done what was asked, but its answer cannot be shown.
    private void withhold(ResponseHead head, String why) throws IOException {
        ended(outcome(head));
        boolean done = head.status() < 400;
        int status = done ? 502 : head.status();
        say(Problem.of(
                        status,
                        done ? "Bad Gateway" : "Answer withheld",
                        "The target answered with status " + head.status()
                                + ", and its answer is withheld, because something in it may be masked for you. "
                                + why)
                .with("rule", "unmaskable-answer")
                .with("operation", exchange.operationId().toString())
                .with("hint", "What was asked has been done if the target's status says so; do not simply repeat it."));
    }

    private void say(Problem problem) throws IOException {
        downstream.release(problem.encode(!call.bodiless(), call.last()));
    }

    /// As it comes, piece by piece, each recorded before it leaves. The end is on record before the client sees it.
    private boolean passed(ResponseHead head, List<Header> headers, Framing framing, InputStream body)
            throws IOException {
        boolean chunked = !(framing instanceof Framing.Length) && call.head().minor() > 0;
        var stated = framing instanceof Framing.Length(long bytes)
                ? Optional.of(new Header("Content-Length", Long.toString(bytes)))
                : chunked ? Optional.of(new Header("Transfer-Encoding", "chunked")) : Optional.<Header>empty();
        downstream.release(encoded(head, headers, stated));
        byte[] piece = new byte[PIECE];
        byte[] ahead = new byte[PIECE];
        int size = Math.max(0, body.read(piece));
        while (size >= 0) {
            if (exchange.passed(size).isPresent()) {
                // There is no word for it in the middle of an answer; the next request is told.
                ended(Outcome.LIMITED);
                return false;
            }
            int next = body.read(ahead);
            if (next < 0) {
                ended(outcome(head));
            }
            downstream.release(chunked ? chunk(piece, size, next < 0) : Slice.copyOf(piece, 0, size));
            var swap = piece;
            piece = ahead;
            ahead = swap;
            size = next;
        }
        return chunked || framing instanceof Framing.Length;
    }

    private static Slice chunk(byte[] bytes, int size, boolean last) {
        var before = size == 0 ? "" : Integer.toHexString(size) + "\r\n";
        var after = (size == 0 ? "" : "\r\n") + (last ? "0\r\n\r\n" : "");
        var head = before.getBytes(StandardCharsets.US_ASCII);
        var tail = after.getBytes(StandardCharsets.US_ASCII);
        var all = new byte[head.length + size + tail.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(bytes, 0, all, head.length, size);
        System.arraycopy(tail, 0, all, head.length + size, tail.length);
        return Slice.of(all);
    }

    /// The target's words could quote a value.
    private String reason(ResponseHead head) {
        return exchange.masksAnything() ? head.status() == 200 ? "OK" : "" : head.reason();
    }

    private Slice encoded(ResponseHead head, List<Header> headers, Optional<Header> framing) {
        var fields = new ArrayList<>(headers);
        framing.ifPresent(fields::add);
        if (call.last()) {
            fields.add(new Header("Connection", "close"));
        }
        return new ResponseHead(1, head.status(), reason(head), new Headers(fields)).encode();
    }
}
