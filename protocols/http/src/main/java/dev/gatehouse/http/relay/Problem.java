package dev.gatehouse.http.relay;

import dev.gatehouse.gateway.Refusal;
import dev.gatehouse.http.wire.Header;
import dev.gatehouse.http.wire.Headers;
import dev.gatehouse.http.wire.ResponseHead;
import dev.gatehouse.model.Slice;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// An answer of the gateway itself: `application/problem+json` (RFC 9457).
///
/// @param members beyond type, title and status, in order; the first is `detail`
/// @param headers further headers
record Problem(int status, String title, Map<String, String> members, List<Header> headers) {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final JsonFactory FACTORY = new JsonFactory();

    static Problem of(int status, String title, String detail) {
        var members = new LinkedHashMap<String, String>();
        members.put("detail", detail);
        return new Problem(status, title, members, List.of());
    }

    static Problem of(Refusal refusal) {
        boolean broken = refusal.rule().equals("record-unavailable");
        return of(broken ? 503 : 403, broken ? "Service Unavailable" : "Forbidden", refusal.message())
                .with("rule", refusal.rule())
                .with("session", refusal.session().toString())
                .with("operation", refusal.operation().toString())
                .with("hint", refusal.hint());
    }

    Problem with(String member, String value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, title, more, headers);
    }

    Problem with(Header header) {
        var more = new ArrayList<>(headers);
        more.add(header);
        return new Problem(status, title, members, more);
    }

    /// @param body whether the answer may have one: not to HEAD
    /// @param last whether the connection is closed after it
    Slice encode(boolean body, boolean last) {
        byte[] json = json();
        var fields = new ArrayList<>(headers);
        fields.add(new Header("Content-Type", MEDIA_TYPE));
        fields.add(new Header("Content-Length", Integer.toString(json.length)));
        fields.add(new Header("Cache-Control", "no-store"));
        if (last) {
            fields.add(new Header("Connection", "close"));
        }
        var head = new ResponseHead(1, status, title, new Headers(fields)).encode();
        return body ? joined(head, json) : head;
    }

    private static Slice joined(Slice head, byte[] json) {
        var all = new ByteArrayOutputStream(head.length() + json.length);
        all.write(head.array(), head.offset(), head.length());
        all.writeBytes(json);
        return Slice.of(all.toByteArray());
    }

    private byte[] json() {
        var bytes = new ByteArrayOutputStream();
        try (var out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            out.writeStartObject();
            out.writeStringProperty("type", "about:blank");
            out.writeStringProperty("title", title);
            out.writeNumberProperty("status", status);
            members.forEach(out::writeStringProperty);
            out.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }
}
