package dev.gatehouse.bypass;

/// What one trial came to.
///
/// @param detail for a leak, how the value showed; for a refusal, the SQLSTATE
public record Outcome(String group, String name, String way, Result result, String detail) {
    /// From best to worst.
    public enum Result {
        /// Not answered.
        REFUSED,
        /// Answered, and the answer says nothing of the value.
        MASKED,
        /// The answer tells whether a guess was right, which the proxy allows so and so often.
        BOUNDED,
        /// The value, or something about it, came through.
        LEAKED
    }
}
