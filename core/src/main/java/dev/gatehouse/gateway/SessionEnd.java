package dev.gatehouse.gateway;

import dev.gatehouse.model.Principal;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.policy.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Whether a session is over, and why. Thread-safe.
final class SessionEnd {
    private static final String RULE = "session-over";

    private String reason = "";
    private String message = "";
    private Optional<Consumer<String>> goodbye = Optional.empty();

    /// Ends it; the first reason counts. Running what this returns says goodbye, which may wait for a client that does
    /// not read: never do that under a lock that [#decision] needs.
    synchronized Runnable now(String why, String sentence) {
        if (!reason.isEmpty()) {
            return () -> {};
        }
        reason = why;
        message = sentence;
        var protocol = goodbye;
        return () -> protocol.ifPresent(tell -> tell.accept(sentence));
    }

    void tell(Consumer<String> protocol) {
        if (!toldLater(protocol)) {
            protocol.accept(message());
        }
    }

    private synchronized boolean toldLater(Consumer<String> protocol) {
        goodbye = Optional.of(protocol);
        return reason.isEmpty();
    }

    private synchronized String message() {
        return message;
    }

    synchronized Optional<String> reason() {
        return reason.isEmpty() ? Optional.empty() : Optional.of(reason);
    }

    /// A denial when the session was ended or its credential has run out; empty while it goes on.
    synchronized Optional<Decision.Deny> decision(Principal principal, Instant now) {
        if (!reason.isEmpty()) {
            return Optional.of(deny(message));
        }
        return now.isBefore(principal.ends())
                ? Optional.empty()
                : Optional.of(deny("The credential of this session has run out. Sign in again."));
    }

    /// A denial because a reload removed the connection, or this principal from its access list.
    static Decision.Deny outsideAccess() {
        return deny("This connection is not open to you any more. Ask the operator of this gateway.");
    }

    static Decision.Deny deny(String because) {
        var verdict = new Verdict(RULE, Verdict.Vote.DENY, false, Optional.of(because), Optional.empty());
        return new Decision.Deny(List.of(verdict), verdict);
    }
}
