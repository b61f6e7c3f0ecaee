package dev.gatehouse.cli.commands;

import dev.gatehouse.api.RequestView;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.Text;
import dev.gatehouse.cli.client.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One request, printed.
final class RequestText {
    /// Ended ones wait for nothing and expire no more.
    private static final Set<String> LIVE = Set.of("pending", "approved");

    private RequestText() {}

    static void print(Shell shell, As as, RequestView request) {
        if (as.json()) {
            shell.out().println(Json.line(List.of(request)));
        } else {
            Text.columns(rows(request)).forEach(shell.out()::println);
        }
    }

    private static List<List<String>> rows(RequestView request) {
        var rows = new ArrayList<List<String>>();
        rows.add(row("request", request.id()));
        rows.add(row("state", request.state()));
        rows.add(row("requester", request.requester() + " (" + request.kind() + ")"));
        if (!request.root().equals(request.requester())) {
            rows.add(row("behind", request.root()));
        }
        request.purpose().ifPresent(purpose -> rows.add(row("purpose", purpose)));
        request.reason().ifPresent(reason -> rows.add(row("because", reason)));
        rows.add(row("connection", request.connection()));
        rows.add(row(request.type(), request.operation()));
        request.understood().ifPresent(meaning -> understood(rows, meaning));
        request.asking().forEach(asking -> rows.add(row("rule", asking(asking, request.state()))));
        request.said()
                .forEach(word -> rows.add(row(
                        word.word(),
                        Text.time(word.at()) + " " + word.by()
                                + word.because().map(text -> ": " + text).orElse(""))));
        rows.add(row("created", Text.time(request.created())));
        if (LIVE.contains(request.state())) {
            rows.add(row("expires", Text.time(request.expires())));
            rows.add(row("waiting", request.waiting() == 1 ? "1 client" : request.waiting() + " clients"));
        }
        return rows;
    }

    private static void understood(List<List<String>> rows, RequestView.Meaning meaning) {
        rows.add(row("effect", meaning.effect() + (meaning.filtered() ? ", filtered" : ", NOT FILTERED")));
        rows.add(row("tables", String.join(", ", meaning.tables())));
        meaning.columns()
                .forEach(column ->
                        rows.add(row("column", column.name() + " " + column.category() + " " + column.role())));
    }

    private static String asking(RequestView.Asking asking, String state) {
        return asking.rule() + " asks " + asking.from()
                + (asking.missing() > 0 && state.equals("pending") ? " (" + asking.missing() + " missing)" : "")
                + asking.over().map(over -> ", over " + over).orElse("")
                + (asking.confirm() ? ", and the person behind" : "")
                + asking.because().map(text -> ": " + text).orElse("");
    }

    private static List<String> row(String name, String value) {
        return List.of(name, Text.oneLine(value));
    }
}
