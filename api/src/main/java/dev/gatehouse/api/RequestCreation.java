package dev.gatehouse.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Asks for approval in advance: for one statement, or for a window of time.
///
/// @param statement the exact text that will be sent
/// @param effects what a window is for, such as `write`
/// @param length how long a window lasts from its approval on, such as `30m`; JSON name `for`
/// @param because why, for those who decide
/// @param purpose of the sessions it is for
public record RequestCreation(
        String connection,
        Optional<String> statement,
        Optional<List<String>> effects,
        @JsonProperty("for") Optional<String> length,
        String because,
        Optional<String> purpose) {
    public RequestCreation {
        // What JSON leaves out is null, whatever a record's type says.
        connection = Objects.requireNonNullElse(connection, "");
        because = Objects.requireNonNullElse(because, "");
    }
}
