package dev.gatehouse.cli.play;

import dev.gatehouse.api.OperationRecord;
import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.cli.Text;
import dev.gatehouse.policy.BuiltIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How sessions and operations read in a terminal.
public final class Words {
    private static final double MICROS_PER_MILLI = 1000;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final int MOST_OF_OWN = 60;
    private static final String INDENT = "  ";
    private static final Set<String> ASKED_BY_CLIENTS = Set.of("statement", "http-call");

    private Words() {}

    public static String heading(SessionSummary session) {
        String root = session.root().equals(session.who()) ? "" : " for " + session.root();
        return Text.oneLine("session " + session.id() + ": " + session.who() + " (" + session.kind() + ")" + root
                + " on " + session.connection() + ", " + Text.time(session.started()));
    }

    /// What was asked, then what was decided and came of it.
    public static List<String> of(OperationRecord operation) {
        var lines = new ArrayList<String>();
        String asked = asked(operation);
        String prefix = Text.time(operation.at()) + "  ";
        for (String line : Text.printable(asked).split("\n", -1)) {
            lines.add(prefix + line);
            prefix = " ".repeat(prefix.length());
        }
        for (OperationRecord.Hold hold : operation.holds()) {
            String answer = hold.answer().orElse("it still waits")
                    + hold.millis()
                            .map(millis -> String.format(Locale.ROOT, " after %.1f s", millis / MILLIS_PER_SECOND))
                            .orElse("");
            lines.add(INDENT + "waited for request " + Text.oneLine(hold.request() + ": " + answer));
        }
        lines.add(INDENT + "→ " + Text.oneLine(outcome(operation)));
        return lines;
    }

    /// The statement; what is more or less than one says so. What the gateway asks on its own account is long and says
    /// little about the session: its first line stands for it.
    private static String asked(OperationRecord operation) {
        String kind = "(" + operation.kind() + ")";
        if (operation.rules().stream().anyMatch(rule -> rule.rule().equals(BuiltIn.GATEWAY_OWN))) {
            return kind
                    + operation.statement().map(text -> " " + beginning(text)).orElse("");
        }
        return operation
                .statement()
                .map(text -> ASKED_BY_CLIENTS.contains(operation.kind()) ? text : kind + " " + text)
                .orElse(kind);
    }

    private static String beginning(String text) {
        int end = Math.min(Math.min(text.length(), MOST_OF_OWN), (text + "\n").indexOf('\n'));
        return end < text.length() ? text.substring(0, end) + " …" : text;
    }

    private static String outcome(OperationRecord operation) {
        var parts = new ArrayList<String>();
        parts.add(operation.decision().orElse("not decided") + rules(operation));
        operation.outcome().ifPresent(parts::add);
        operation.rows().filter(rows -> rows > 0).ifPresent(rows -> parts.add(rows == 1 ? "1 row" : rows + " rows"));
        operation
                .micros()
                .ifPresent(micros -> parts.add(String.format(Locale.ROOT, "%.1f ms", micros / MICROS_PER_MILLI)));
        return String.join(" · ", parts);
    }

    private static String rules(OperationRecord operation) {
        List<String> names = operation.rules().stream()
                .map(rule -> rule.rule() + (rule.shadow() ? " (shadow)" : ""))
                .toList();
        return names.isEmpty() ? "" : " by " + String.join(", ", names);
    }

    /// How the columns of the answer were shown.
    public static List<String> columns(OperationRecord operation) {
        return Text.columns(operation.columns().stream()
                .map(column -> List.of(
                        INDENT + INDENT + Text.oneLine(column.name()),
                        Text.oneLine(column.mask()),
                        Text.oneLine(String.join(", ", column.categories())),
                        Text.oneLine(String.join(", ", column.sources()))))
                .toList());
    }
}
