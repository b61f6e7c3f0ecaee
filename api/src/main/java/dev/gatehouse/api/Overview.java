package dev.gatehouse.api;

import java.time.Instant;
import java.util.List;

/// What passed the gateway in a stretch of time, of what the caller may see. What the gateway asked on its own account
/// is left out.
///
/// @param slots the stretch cut into equal pieces
/// @param flows which categories of data were in answers, by connection
/// @param refusals the rules that refused most, the first first
public record Overview(Instant since, Instant until, List<Slot> slots, List<Flow> flows, List<Refusal> refusals) {
    public Overview {
        slots = List.copyOf(slots);
        flows = List.copyOf(flows);
        refusals = List.copyOf(refusals);
    }

    public record Slot(Instant from, long allowed, long held, long denied) {}

    /// @param operations how many answers had data of the category
    /// @param clear in how many of them it was shown as it is
    public record Flow(String connection, String category, long operations, long clear) {}

    public record Refusal(String rule, long count) {}
}
