package dev.gatehouse.gateway;

import dev.gatehouse.model.Id;

/// Why an operation did not run, in words for whoever asked.
///
/// @param rule the first rule that refuses
/// @param message the rule's reason
/// @param hint what can be done about it
public record Refusal(String rule, String message, String hint, Id session, Id operation) {
    /// How rules are called that are no rules but keys of `limits:`.
    public static final String LIMIT = "limits.";

    /// Whether a limit of the gateway was reached; it has an error code of its own in every protocol.
    public boolean limit() {
        return rule.startsWith(LIMIT);
    }

    /// `rule=ID session=ID operation=ID`, for finding the decision on record.
    public String detail() {
        return "rule=" + rule + " session=" + session + " operation=" + operation;
    }
}
