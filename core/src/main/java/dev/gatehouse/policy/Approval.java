package dev.gatehouse.policy;

import dev.gatehouse.model.Selectors;
import java.time.Duration;
import java.util.Optional;

/// What a rule asks of people before an operation may run, or go on.
///
/// @param from who may approve
/// @param fromText the same as configured, for refusals
/// @param approvals how many must
/// @param hold `wait`: how long a client is held; zero refuses at once
/// @param valid how long the request stays open, and once approved can be used
/// @param uses how often an approval can be used
/// @param over the threshold that makes this a limit on an allow instead of a vote
/// @param preview whether whoever decides may look at what the operation would do
/// @param tolerance percent by which the rows changed may differ from those of the preview
/// @param confirmSelf whether the person behind an agent must confirm
public record Approval(
        Selectors from,
        String fromText,
        int approvals,
        boolean eachGroup,
        Duration hold,
        Duration valid,
        int uses,
        Optional<Over> over,
        boolean preview,
        int tolerance,
        boolean confirmSelf) {

    /// A threshold on what an answer delivers.
    public record Over(Measure measure, long threshold, Per per) {}

    public enum Measure {
        ROWS,
        BYTES,
        SUBJECTS
    }

    /// What a threshold is counted over. `window` is set for [Span#WINDOW] only.
    public record Per(Span span, Duration window) {
        public static final Per STATEMENT = new Per(Span.STATEMENT, Duration.ZERO);
        public static final Per SESSION = new Per(Span.SESSION, Duration.ZERO);
    }

    public enum Span {
        STATEMENT,
        SESSION,
        WINDOW
    }
}
