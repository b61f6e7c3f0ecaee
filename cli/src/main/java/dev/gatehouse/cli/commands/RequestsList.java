package dev.gatehouse.cli.commands;

import dev.gatehouse.api.Page;
import dev.gatehouse.api.RequestQuery;
import dev.gatehouse.api.RequestView;
import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.Text;
import dev.gatehouse.cli.client.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists requests for approval.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List requests, the newest first: your own, those you are asked about, or all for an auditor.",
        footer = {
            "",
            "Examples:",
            "  gatehouse requests list --state pending --decidable",
            "  gatehouse requests list --mine -o json"
        })
public final class RequestsList implements Callable<Integer> {
    private static final int WIDEST = 60;

    private final Shell shell;

    @Mixin
    private Where where = new Where();

    @Mixin
    private As as = new As();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "pending, approved, denied, expired, withdrawn, used.")
    private @Nullable String state;

    @Option(names = "--connection", paramLabel = "NAME", description = "On this connection.")
    private @Nullable String connection;

    @Option(names = "--requester", paramLabel = "ID", description = "Who asked, or is behind: an id, or ISSUER:ID.")
    private @Nullable String requester;

    @Option(names = "--mine", description = "Your own and your agents' only.")
    private boolean mine;

    @Option(names = "--decidable", description = "Those that you may decide now only.")
    private boolean decidable;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "At most so many (50; up to 500).")
    private int limit = RequestQuery.USUAL;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Go on where an earlier list ended.")
    private @Nullable String cursor;

    public RequestsList(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > RequestQuery.MOST) {
            throw CommandFailed.usage("--limit takes a number between 1 and " + RequestQuery.MOST + ".");
        }
        try (var gateway = where.open(shell)) {
            Page<RequestView> page = gateway.requests(new RequestQuery(
                    Optional.ofNullable(state),
                    Optional.ofNullable(connection),
                    Optional.ofNullable(requester),
                    mine,
                    decidable,
                    Optional.ofNullable(cursor),
                    limit));
            if (as.json()) {
                shell.out().println(Json.line(page.items()));
            } else {
                print(page.items());
            }
            page.cursor().ifPresent(next -> shell.err().println("There are more: --cursor " + next));
            return Exit.DONE;
        }
    }

    private void print(List<RequestView> found) {
        if (found.isEmpty()) {
            shell.err().println("No requests.");
            return;
        }
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("ID", "STATE", "REQUESTER", "CONNECTION", "RULE", "EXPIRES", "OPERATION"));
        for (RequestView request : found) {
            String operation = Text.oneLine(request.operation());
            rows.add(List.of(
                    request.id(),
                    request.state(),
                    Text.oneLine(request.requester()),
                    Text.oneLine(request.connection()),
                    Text.oneLine(request.rule()),
                    Text.time(request.expires()),
                    operation.length() > WIDEST ? operation.substring(0, WIDEST) + "…" : operation));
        }
        Text.columns(rows).forEach(shell.out()::println);
    }
}
