package dev.gatehouse.server.index;

import java.util.Map;
import java.util.TreeMap;

/// What was decided in one session within five minutes. For one thread.
public final class Cell {
    public static final long SECONDS = 300;

    long allowed;
    long held;
    long denied;
    Map<String, Long> refusals = Map.of();
    Map<String, Flow> flows = Map.of();

    /// How many answers had data of a category, and in how many of them it was shown as it is.
    public record Flow(long operations, long clear) {
        static final Flow NONE = new Flow(0, 0);

        Flow and(boolean shownClear) {
            return new Flow(operations + 1, clear + (shownClear ? 1 : 0));
        }
    }

    void refused(String rule) {
        if (refusals.isEmpty()) {
            refusals = new TreeMap<>();
        }
        refusals.merge(rule, 1L, Long::sum);
    }

    void flowed(String category, boolean clear) {
        if (flows.isEmpty()) {
            flows = new TreeMap<>();
        }
        flows.put(category, flows.getOrDefault(category, Flow.NONE).and(clear));
    }

    public long allowed() {
        return allowed;
    }

    public long held() {
        return held;
    }

    public long denied() {
        return denied;
    }

    /// By the rule that refused first.
    public Map<String, Long> refusals() {
        return Map.copyOf(refusals);
    }

    /// By category.
    public Map<String, Flow> flows() {
        return Map.copyOf(flows);
    }
}
