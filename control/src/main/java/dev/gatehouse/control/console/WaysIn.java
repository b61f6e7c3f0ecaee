package dev.gatehouse.control.console;

import java.util.List;
import java.util.Optional;

/// A way in for each issuer.
///
/// @param failure why the last try failed, as the end of a text's key
/// @param reference what to tell an operator about it; may be empty
public record WaysIn(List<Way> ways, Optional<String> failure, String reference) {
    public WaysIn {
        ways = List.copyOf(ways);
    }

    public record Way(String issuer, String address) {}
}
