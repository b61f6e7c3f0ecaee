package dev.gatehouse.cli.commands;

import dev.gatehouse.api.Page;
import dev.gatehouse.api.SessionQuery;
import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.OfflineRecords;
import dev.gatehouse.cli.SessionSource;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.Text;
import dev.gatehouse.cli.client.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Finds sessions.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List sessions, the newest first: your own and your agents', or everybody's for an auditor.",
        footer = {
            "",
            "Examples:",
            "  gatehouse sessions list --who ada@example.com --since 7d",
            "  gatehouse sessions list --verdict deny --table customers -o json"
        })
public final class SessionsList implements Callable<Integer> {
    private final Shell shell;
    private final OfflineRecords offline;

    @Mixin
    private From from = new From();

    @Mixin
    private As as = new As();

    @Option(names = "--who", paramLabel = "ID", description = "Who connected, or is behind: an id, or ISSUER:ID.")
    private @Nullable String who;

    @Option(names = "--connection", paramLabel = "NAME", description = "The connection that was used.")
    private @Nullable String connection;

    @Option(names = "--since", paramLabel = "TIME", description = "Open at or after this time, or so long ago (2h).")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Begun before this time.")
    private @Nullable String until;

    @Option(names = "--verdict", paramLabel = "allow|deny|hold", description = "With an operation decided so.")
    private @Nullable String verdict;

    @Option(names = "--table", paramLabel = "TABLE", description = "That read or wrote [schema.]table.")
    private @Nullable String table;

    @Option(names = "--category", paramLabel = "CATEGORY", description = "With such data in an answer.")
    private @Nullable String category;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "At most so many (50; up to 500).")
    private int limit = SessionQuery.USUAL;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Go on where an earlier list ended.")
    private @Nullable String cursor;

    public SessionsList(Shell shell, OfflineRecords offline) {
        this.shell = shell;
        this.offline = offline;
    }

    @Override
    public Integer call() throws IOException {
        SessionQuery query = query();
        try (SessionSource source = from.open(shell, offline)) {
            Page<SessionSummary> page = source.find(query);
            if (as.json()) {
                shell.out().println(Json.line(page));
            } else {
                print(page);
            }
            return Exit.DONE;
        }
    }

    private SessionQuery query() {
        if (limit < 1 || limit > SessionQuery.MOST) {
            throw CommandFailed.usage("--limit takes a number between 1 and " + SessionQuery.MOST + ".");
        }
        return new SessionQuery(
                Optional.ofNullable(who),
                Optional.ofNullable(connection),
                time("--since", since),
                time("--until", until),
                Optional.ofNullable(verdict),
                Optional.ofNullable(table),
                Optional.ofNullable(category),
                Optional.ofNullable(cursor),
                limit);
    }

    private Optional<Instant> time(String option, @Nullable String text) {
        return Optional.ofNullable(text)
                .map(time -> Times.parse(option, time, shell.clock().instant()));
    }

    private void print(Page<SessionSummary> page) {
        if (page.items().isEmpty()) {
            shell.err().println("No sessions.");
            return;
        }
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("ID", "STARTED", "WHO", "KIND", "CONNECTION", "ASKED", "DENIED", "STATE"));
        for (SessionSummary session : page.items()) {
            rows.add(List.of(
                    session.id(),
                    Text.time(session.started()),
                    Text.oneLine(session.who()),
                    session.kind(),
                    Text.oneLine(session.connection()),
                    Long.toString(session.operations()),
                    Long.toString(session.denied()),
                    state(session)));
        }
        Text.columns(rows).forEach(shell.out()::println);
        page.cursor().ifPresent(next -> shell.err().println("There are more: --cursor " + next));
    }

    static String state(SessionSummary session) {
        return session.live() ? "open" : Text.oneLine(session.endReason().orElse("no end on record"));
    }
}
