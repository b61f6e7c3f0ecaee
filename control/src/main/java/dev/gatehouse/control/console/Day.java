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
import java.util.Optional;

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
    private static final long[] ROUND = {4, 6, 8, 10, 12, 16, 20, 24, 32};
    public static final int DISC = 16;
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
        for (long ten = 1; ; ten *= 10) {
            for (long round : ROUND) {
                if (round * ten >= highest) {
                    return round * ten;
                }
            }
        }
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

    /// A stretch of the day as wide as its bar, over the whole height: what a pointer is told.
    public record Span(Slot slot, String x, String width) {}

    public List<Span> spans() {
        double step = (double) WIDTH / Math.max(1, overview.slots().size());
        var spans = new ArrayList<Span>();
        for (int i = 0; i < overview.slots().size(); i++) {
            spans.add(new Span(overview.slots().get(i), number(i * step), number(step)));
        }
        return spans;
    }

    /// Percent of all operations, for people: a little is not nothing.
    public String percent(long count) {
        double share = total() == 0 ? 0 : 100.0 * count / total();
        return share > 0 && share < 1 ? "< 1" : Long.toString(Math.round(share));
    }

    /// The categories that were in answers, those most often returned first.
    public List<String> categories() {
        var sums = new LinkedHashMap<String, Long>();
        overview.flows().forEach(flow -> sums.merge(flow.category(), flow.operations(), Long::sum));
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// What a connection returned of a category, if anything.
    public Optional<Flow> flow(String connection, String category) {
        return overview.flows().stream()
                .filter(flow ->
                        flow.connection().equals(connection) && flow.category().equals(category))
                .findFirst();
    }

    /// The radius of a disc whose area stands for a count; the largest is [#DISC].
    public String radius(long count) {
        return number(mostFlow() == 0 ? 0 : DISC * Math.sqrt((double) count / mostFlow()));
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
