package dev.gatehouse.http.understand;

import dev.gatehouse.http.mask.Field;
import dev.gatehouse.http.wire.Header;
import dev.gatehouse.http.wire.RequestHead;
import dev.gatehouse.model.HttpFacts;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Slice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one request asks, as rules decide about it. Never fails: what is not clear is a problem of the operation.
public final class HttpUnderstanding {
    private final RequestHead head;
    private final String rawPath;
    private final String rawQuery;
    private final Slice body;
    private final List<Field> fields;

    /// @param target path and query below the connection's base, as sent
    private HttpUnderstanding(RequestHead head, String target, Slice body, List<Field> fields) {
        int mark = target.indexOf('?');
        this.head = head;
        rawPath = mark < 0 ? target : target.substring(0, mark);
        rawQuery = mark < 0 ? "" : target.substring(mark + 1);
        this.body = body;
        this.fields = fields;
    }

    public static Operation.HttpCall of(RequestHead head, String target, Slice body, List<Field> fields) {
        var understanding = new HttpUnderstanding(head, target, body, fields);
        try {
            return understanding.call();
        } catch (UnclearRequest unclear) {
            return understanding.unclear(unclear.text());
        }
    }

    private Operation.HttpCall call() throws UnclearRequest {
        var type = MediaType.of(head.headers().all("Content-Type").stream().findFirst());
        var path = PlainPath.of(rawPath);
        var query = Query.of(rawQuery, "query");
        noOtherMeaning();
        var written = new ArrayList<String>();
        written.add(path.decoded());
        query.pairs().forEach(pair -> written.addAll(List.of(pair.name(), pair.value())));
        written.addAll(texts(type));
        var facts = new HttpFacts(
                head.method(),
                path.decoded(),
                path.template(),
                query.values(),
                RequestHeaders.facts(head.headers()),
                type.name(),
                body,
                Optional.empty());
        var shape = CallShape.of(head.method(), path, query, body);
        return new Operation.HttpCall(
                shape.text(), shape.literals(), facts, List.of(Field.columns(fields)), written, digest());
    }

    private void noOtherMeaning() throws UnclearRequest {
        var overriding = RequestHeaders.overriding(head.headers());
        if (overriding.isPresent()) {
            throw new UnclearRequest(
                    "The header " + overriding.get() + " would make this another request than it says.");
        }
        var encoding = head.headers().all("Content-Encoding");
        if (!encoding.isEmpty() && !encoding.equals(List.of("identity"))) {
            throw new UnclearRequest("A compressed body cannot be looked into; send it as it is.");
        }
    }

    private List<String> texts(MediaType type) throws UnclearRequest {
        if (body.isEmpty()) {
            return List.of();
        }
        if (type.json()) {
            return JsonTexts.of(body);
        }
        if (type.form()) {
            return Query.of(new String(body.toBytes(), StandardCharsets.ISO_8859_1), "form").pairs().stream()
                    .flatMap(pair -> List.of(pair.name(), pair.value()).stream())
                    .toList();
        }
        return List.of(body.utf8());
    }

    /// Recorded and refused. Its text is a literal as a whole, since nobody knows what is in it.
    private Operation.HttpCall unclear(String problem) {
        var facts = new HttpFacts(head.method(), rawPath, rawPath, Map.of(), Map.of(), "", body, Optional.of(problem));
        var target = rawQuery.isEmpty() ? rawPath : rawPath + "?" + rawQuery;
        return new Operation.HttpCall(
                head.method() + " $1\n\n$2",
                List.of(Slice.utf8(target), body),
                facts,
                List.of(Field.columns(fields)),
                List.of(),
                digest());
    }

    private Slice digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            update(sha, head.method());
            update(sha, rawPath);
            update(sha, rawQuery);
            for (Header header : RequestHeaders.forwarded(head.headers())) {
                update(sha, header.name());
                update(sha, header.value());
            }
            sha.update((byte) 1);
            sha.update(body.array(), body.offset(), body.length());
            return Slice.of(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }

    /// No text holds a zero, so that two different requests never look alike here.
    private static void update(MessageDigest sha, String text) {
        sha.update(text.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
    }
}
