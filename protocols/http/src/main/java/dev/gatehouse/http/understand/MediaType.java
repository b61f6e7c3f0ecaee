package dev.gatehouse.http.understand;

import java.util.Locale;
import java.util.Optional;

/// The type of a body (RFC 9110 section 8.3.1).
///
/// @param name without parameters, in lower case; empty when none is stated
public record MediaType(String name) {
    public static MediaType of(Optional<String> header) {
        return new MediaType(header.map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse(""));
    }

    public boolean json() {
        return name.equals("application/json")
                || name.startsWith("application/") && name.endsWith("+json")
                || jsonLines();
    }

    /// One JSON document in each line.
    public boolean jsonLines() {
        return name.equals("application/x-ndjson") || name.equals("application/jsonl");
    }

    boolean form() {
        return name.equals("application/x-www-form-urlencoded");
    }
}
