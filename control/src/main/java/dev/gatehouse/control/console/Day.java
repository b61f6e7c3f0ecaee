package dev.gatehouse.control.console;

import dev.gatehouse.api.Overview;
import dev.gatehouse.api.Overview.Flow;
import dev.gatehouse.api.Overview.Slot;
import dev.gatehouse.api.RequestView;
import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.api.UndeliveredNotification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The picture of the day with its geometry: bars stand on a base line, allowed below, then held, then denied.
///
/// @param undelivered notifications that never arrived, the newest first; for operators
public record Day(
        Overview overview,
        List<RequestView> requests,
        List<SessionSummary> live,
        List<UndeliveredNotification> undelivered) {
    public static final int WIDTH = 960;
    public static final int HEIGHT = 180;
    private static final double GAP = 0.22;

    public Day {
        requests = List.copyOf(requests);
        live = List.copyOf(live);
        undelivered = List.copyOf(undelivered);
    }

    /// One piece of a bar, in the units of the picture.
    ///
    /// @param verdict `allow`, `hold` or `deny`
    public record Bar(String verdict, String x, String y, String width, String height) {}

    public long allowed() {
        return overview.slots().stream().mapToLong(Slot::allowed).sum();
    }

    public long held() {
        return overview.slots().stream().mapToLong(Slot::held).sum();
    }

    public long denied() {
        return overview.slots().stream().mapToLong(Slot::denied).sum();
    }

    public long total() {
        return allowed() + held() + denied();
    }

    /// The top of the scale: a round number not below the highest bar.
    public long top() {
        long highest = overview.slots().stream()
                .mapToLong(slot -> slot.allowed() + slot.held() + slot.denied())
                .max()
                .orElse(0);
        long round = 4;
        for (int i = 0; round < highest; i++) {
            round = i % 3 == 0 ? round * 5 / 2 : round * 2;
        }
        return round;
    }

    public List<Bar> bars() {
        var bars = new ArrayList<Bar>();
        double step = (double) WIDTH / Math.max(1, overview.slots().size());
        double unit = (double) HEIGHT / top();
        for (int i = 0; i < overview.slots().size(); i++) {
            Slot slot = overview.slots().get(i);
            double y = HEIGHT;
            for (var piece : Map.of(0, slot.allowed(), 1, slot.held(), 2, slot.denied()).entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .toList()) {
                double height = piece.getValue() * unit;
                y -= height;
                if (height > 0) {
                    String verdict = List.of("allow", "hold", "deny").get(piece.getKey());
                    bars.add(new Bar(
                            verdict,
                            number(i * step + step * GAP / 2),
                            number(y),
                            number(step * (1 - GAP)),
                            number(height)));
                }
            }
        }
        return bars;
    }

    /// Where the `part`-th of four lines lies, and what it stands for.
    public String lineAt(int part) {
        return number(HEIGHT - HEIGHT * part / 4.0);
    }

    public Map<String, List<Flow>> flows() {
        var flows = new LinkedHashMap<String, List<Flow>>();
        overview.flows()
                .forEach(flow -> flows.computeIfAbsent(flow.connection(), _ -> new ArrayList<>())
                        .add(flow));
        return flows;
    }

    /// How much of a bar as wide as the widest.
    public String share(long count, long most) {
        return number(most == 0 ? 0 : 100.0 * count / most);
    }

    public long mostFlow() {
        return overview.flows().stream().mapToLong(Flow::operations).max().orElse(0);
    }

    public long mostRefusals() {
        return overview.refusals().stream()
                .mapToLong(Overview.Refusal::count)
                .max()
                .orElse(0);
    }

    private static String number(double number) {
        return String.format(java.util.Locale.ROOT, "%.2f", number);
    }
}
