package dev.gatehouse.control.console;

import dev.gatehouse.api.OperationRecord;
import dev.gatehouse.api.SessionReplay;
import dev.gatehouse.api.SessionReplay.Step;
import dev.gatehouse.policy.BuiltIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The steps of a replay with the time at which each of them began.
public final class Replaying {
    private Replaying() {}

    /// @param millis since the session began
    /// @param verdict for the eye: `allow`, `deny`, `hold` or `open`
    public record Timed(Step step, long millis, String verdict) {}

    public static List<Timed> of(SessionReplay replay) {
        var timed = new ArrayList<Timed>();
        Instant start = replay.session().started();
        for (Step step : replay.steps()) {
            Instant at = step.operation().map(OperationRecord::at).orElse(start);
            String verdict = step.operation().flatMap(OperationRecord::decision).orElse("open");
            timed.add(new Timed(step, Math.max(0, Duration.between(start, at).toMillis()), verdict));
        }
        return timed;
    }

    /// Whether the gateway asked this on its own account.
    public static boolean own(OperationRecord operation) {
        return operation.rules().stream().anyMatch(vote -> vote.rule().equals(BuiltIn.GATEWAY_OWN));
    }
}
