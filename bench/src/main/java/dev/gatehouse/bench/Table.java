package dev.gatehouse.bench;

import dev.gatehouse.bench.Load.Sample;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Prints what was measured as rows of Markdown: medians, ratios to pgbouncer (to the direct way without it), CPU.
final class Table {
    private final List<Way> ways;
    private final PrintWriter out;
    private boolean begun;
    private boolean bulkBegun;

    Table(List<Way> ways, PrintWriter out) {
        this.ways = ways;
        this.out = out;
    }

    /// One row of transactions per second.
    void transactions(String what, Map<Way, List<Sample>> samples) {
        if (!begun) {
            begun = true;
            head("pgbench -S, clients", "tps", "CPU µs");
        }
        var base = of(way(Bouncer.NAME).orElse(ways.getFirst()), samples);
        row(what, samples, base, Sample::cpuMicros, Sample::perSecond, 1);
    }

    /// One row of a bulk read: the ratios are those to the direct way.
    void bulk(Load.Bulk what, int rows, Map<Way, List<Sample>> samples) {
        if (!bulkBegun) {
            bulkBegun = true;
            head("bulk read of " + rows + " rows of 12 columns", "rows/s", "CPU ms");
        }
        String name = what == Load.Bulk.ONE_MASKED ? "one masked column in full" : "two masked columns in full";
        row(name, samples, of(ways.getFirst(), samples), sample -> sample.cpuMicros() / 1000, Sample::perSecond, rows);
    }

    private Optional<Way> way(String name) {
        return ways.stream().filter(way -> way.name().equals(name)).findFirst();
    }

    private static List<Sample> of(Way way, Map<Way, List<Sample>> samples) {
        return samples.getOrDefault(way, List.of());
    }

    private void head(String what, String rate, String cpu) {
        var names = new StringBuilder("\n| " + what + " |");
        var rule = new StringBuilder("|---|");
        for (Way way : ways) {
            names.append(' ').append(way.name()).append(' ').append(rate);
            names.append(way.processes().isEmpty() ? " |" : " | ratio | " + cpu + " |");
            rule.append(way.processes().isEmpty() ? "---|" : "---|---|---|");
        }
        out.println(names);
        out.println(rule);
    }

    private void row(
            String what,
            Map<Way, List<Sample>> samples,
            List<Sample> base,
            ToDoubleFunction<Sample> cpu,
            ToDoubleFunction<Sample> rate,
            int factor) {
        double one = median(base, rate);
        var row = new StringBuilder("| " + what + " |");
        for (Way way : ways) {
            double median = median(of(way, samples), rate);
            row.append(String.format(Locale.ROOT, " %,.0f |", median * factor));
            if (!way.processes().isEmpty()) {
                row.append(String.format(Locale.ROOT, " %.2f | %.1f |", median / one, median(of(way, samples), cpu)));
            }
        }
        out.println(row);
    }

    static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
        var sorted = samples.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
