package dev.gatehouse.gateway;

import dev.gatehouse.model.Id;

/// Why an operation did not run, in words for whoever asked.
///
/// @param rule the first rule that refuses
/// @param message the rule's reason
/// @param hint what can be done about it
/// @param kind what sort of no it is, for protocols that have different words for them
public record Refusal(String rule, String message, String hint, Id session, Id operation, Kind kind) {
    public enum Kind {
        /// A rule or a person says no.
        REFUSED,
        /// Something of `limits:` is reached.
        LIMIT,
        /// The client itself asked to stop.
        CANCELLED,
        /// The session is over, or nobody is there any more.
        OVER
    }

    /// How rules are called that are no rules but keys of `limits:`.
    public static final String LIMIT = "limits.";

    Refusal(String rule, String message, String hint, Id session, Id operation) {
        this(rule, message, hint, session, operation, rule.startsWith(LIMIT) ? Kind.LIMIT : Kind.REFUSED);
    }

    /// `rule=ID session=ID operation=ID`, for finding the decision on record.
    public String detail() {
        return "rule=" + rule + " session=" + session + " operation=" + operation;
    }
}
