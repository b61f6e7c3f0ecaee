package dev.gatehouse.cli.play;

import dev.gatehouse.api.SessionReplay.Shown;
import dev.gatehouse.api.SessionReplay.Step;
import dev.gatehouse.cli.Text;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/// Steps of a session as text: what was asked, what was decided, and what came back.
public final class Steps {
    private Steps() {}

    public static void print(List<Step> steps, PrintStream out) {
        for (Step step : steps) {
            out.println();
            step.operation().map(Words::of).ifPresent(lines -> lines.forEach(out::println));
            step.answers().forEach(shown -> print(shown, out));
        }
    }

    private static void print(Shown shown, PrintStream out) {
        if (!shown.columns().isEmpty()) {
            line(shown.columns(), out);
        }
        shown.rows().forEach(row -> line(row.stream().map(Steps::value).toList(), out));
        shown.text().ifPresent(text -> out.println("  " + Text.oneLine(text)));
    }

    private static String value(Optional<String> value) {
        return value.orElse("NULL");
    }

    private static void line(List<String> cells, PrintStream out) {
        out.println("  " + Text.oneLine(String.join(" | ", cells)));
    }
}
