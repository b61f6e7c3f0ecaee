package dev.gatehouse.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an HTTP request was understood to ask; the `http.*` of rules and the record.
///
/// @param method in upper case
/// @param path decoded and in its one normal form, below the connection's base; begins with a slash
/// @param template the path with what looks like an identifier replaced by `{id}`
/// @param query decoded values by name, in the order sent
/// @param headers values by lower-case name; those that prove who asks are left out
/// @param contentType the media type of the body without parameters, in lower case; empty without one
/// @param body as sent, whole
/// @param problem why it is not fully understood, in words for the client; the call is refused then
public record HttpFacts(
        String method,
        String path,
        String template,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        String contentType,
        Slice body,
        Optional<String> problem) {
    public HttpFacts {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /// By the method's promise; what it really does only its target knows.
    public Effect effect() {
        return safe() ? Effect.READ : Effect.WRITE;
    }

    /// Whether the method promises to change nothing (RFC 9110 section 9.2.1).
    public boolean safe() {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }
}
