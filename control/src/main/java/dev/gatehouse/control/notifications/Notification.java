package dev.gatehouse.control.notifications;

import java.time.Instant;
import java.util.Optional;

/// What people are told about one request.
///
/// @param state the request's state, in one word
/// @param statement only where a channel is configured to carry it
public record Notification(
        String request,
        String state,
        String requester,
        String connection,
        String rule,
        String from,
        Instant expires,
        Optional<String> link,
        Optional<String> statement) {

    /// The same without what most channels must not carry.
    Notification withoutStatement() {
        return new Notification(request, state, requester, connection, rule, from, expires, link, Optional.empty());
    }

    /// One sentence for people.
    String sentence() {
        return switch (state) {
            case "pending" ->
                requester + " asks " + from + " for an approval on " + connection + " (rule " + rule + ").";
            default -> "The request of " + requester + " on " + connection + " (rule " + rule + ") is " + state + ".";
        };
    }
}
