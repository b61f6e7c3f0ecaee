package dev.gatehouse.bench;

import dev.gatehouse.bench.Load.Sample;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The ratios that were promised beside those that were measured, as one last small table: transactions beside
/// pgbouncer, bulk reads beside the direct way. Where pgbouncer is missing, transactions are compared with nothing.
final class Aims {
    private static final String DIRECT = "direct";

    /// @param aim the least ratio that is promised
    private record Line(String what, String way, double ratio, double aim) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "| %s | %s | %.2f | %.2f | %s |", what, way, ratio, aim, ratio >= aim ? "yes" : "no");
        }
    }

    private final PrintWriter out;
    private final List<Line> lines = new ArrayList<>();

    Aims(PrintWriter out) {
        this.out = out;
    }

    /// Of a number of clients for which nothing is promised there is no line.
    void transactions(String mode, int clients, Map<Way, List<Sample>> samples) {
        switch (clients) {
            case 8 -> transactions(mode + ", 8 clients", samples, 0.95, 0.80);
            case 64 -> transactions(mode + ", 64 clients", samples, 0.85, 0.70);
            default -> {}
        }
    }

    private void transactions(String what, Map<Way, List<Sample>> samples, double pass, double full) {
        compare(what, "pass", Bouncer.NAME, pass, samples);
        compare(what, "full", Bouncer.NAME, full, samples);
    }

    void bulk(Load.Bulk what, Map<Way, List<Sample>> samples) {
        switch (what) {
            case ONE_MASKED -> compare("bulk read, one masked column", "full", DIRECT, 0.70, samples);
            case TWO_MASKED -> compare("bulk read, two masked columns", "full", DIRECT, 0.60, samples);
        }
    }

    private void compare(String what, String way, String beside, double aim, Map<Way, List<Sample>> samples) {
        var base = perSecond(beside, samples);
        var rate = perSecond(way, samples);
        if (base.isPresent() && rate.isPresent() && base.get() > 0) {
            lines.add(new Line(what + ", beside " + beside, way, rate.get() / base.get(), aim));
        }
    }

    private static Optional<Double> perSecond(String way, Map<Way, List<Sample>> samples) {
        return samples.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(way))
                .map(entry -> Table.median(entry.getValue(), Sample::perSecond))
                .findFirst();
    }

    void print() {
        out.println();
        out.println("| aims | way | ratio | aim | met |");
        out.println("|---|---|---|---|---|");
        lines.forEach(out::println);
        out.println();
    }
}
