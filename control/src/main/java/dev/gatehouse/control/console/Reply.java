package dev.gatehouse.control.console;

import dev.gatehouse.api.Problem;
import dev.gatehouse.control.admin.Answer;
import java.util.List;

/// What a page answers.
sealed interface Reply {
    record Html(int status, String body) implements Reply {}

    /// Look there instead (303).
    ///
    /// @param cookies as `Set-Cookie` takes them
    record See(String address, List<String> cookies) implements Reply {
        public See {
            cookies = List.copyOf(cookies);
        }

        public See(String address) {
            this(address, List.of());
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // read once from a jar, sent often, changed never
    record Asset(byte[] body, String mediaType) implements Reply {}

    /// Bytes to keep, made while they are sent.
    record Download(Answer.Stream stream, String fileName) implements Reply {}

    /// Events for as long as the browser listens.
    record Events() implements Reply {}

    record Refused(Problem problem) implements Reply {}
}
