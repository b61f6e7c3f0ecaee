package dev.gatehouse.gateway;

import dev.gatehouse.model.Id;

/// Why an operation did not run, in words for whoever asked.
///
/// @param rule the first rule that refuses
/// @param message the rule's reason
/// @param hint what can be done about it
public record Refusal(String rule, String message, String hint, Id session, Id operation) {
    /// `rule=ID session=ID operation=ID`, for finding the decision on record.
    public String detail() {
        return "rule=" + rule + " session=" + session + " operation=" + operation;
    }
}
