package dev.gatehouse.control.admin;

import dev.gatehouse.api.Problem;
import java.io.IOException;
import java.io.OutputStream;

/// What an endpoint answers.
public sealed interface Answer {
    record Json(int status, Object body) implements Answer {}

    record Empty() implements Answer {}

    /// @param immutable whether it may be kept for ever
    @SuppressWarnings("ArrayRecordComponent") // made once, sent once
    record Bytes(byte[] body, String mediaType, boolean immutable) implements Answer {}

    /// Bytes that are made while they are sent.
    record Stream(Source source) implements Answer {}

    record Refused(Problem problem) implements Answer {}

    @FunctionalInterface
    interface Source {
        void writeTo(OutputStream out) throws IOException;
    }

    static Answer ok(Object body) {
        return new Json(200, body);
    }

    static Answer notFound(String detail) {
        return new Refused(Problem.of(404, "not-found", "Not found", detail));
    }

    static Answer malformed(String detail) {
        return new Refused(Problem.of(400, "malformed", "The request cannot be understood", detail));
    }

    static Answer conflict(String word, String detail) {
        return new Refused(Problem.of(409, word, "Not possible now", detail));
    }
}
