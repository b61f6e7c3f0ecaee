package dev.gatehouse.cli.commands;

import dev.gatehouse.api.SessionWatch;
import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.client.Gateway;
import dev.gatehouse.cli.client.Json;
import dev.gatehouse.cli.play.Steps;
import dev.gatehouse.cli.play.Words;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Watches a session while it goes on.
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description =
                "Watch an open session until it ends: each operation once it is over, as the client received it. For"
                        + " auditors, where the configuration lets them (session.watch); that you watch, and what for, goes on"
                        + " record.",
        footer = {
            "",
            "Example:",
            "  gatehouse sessions watch 2x3k7q0w5e9r1t4y6u8j2h5g7f --because 'INC-42: unusual exports'"
        })
public final class SessionsWatch implements Callable<Integer> {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Shell shell;

    @Mixin
    private Where where = new Where();

    @Mixin
    private As as = new As();

    @Parameters(paramLabel = "ID", description = "As sessions list shows it.")
    private String id = "";

    @Option(names = "--because", required = true, paramLabel = "TEXT", description = "What for; goes on record.")
    private String because = "";

    public SessionsWatch(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (because.isBlank()) {
            throw CommandFailed.usage("--because must say what for.");
        }
        try (Gateway gateway = where.open(shell)) {
            SessionWatch seen = gateway.watch(id, because);
            if (!as.json()) {
                shell.out().println(Words.heading(seen.session()));
            }
            print(seen);
            while (seen.live()) {
                shell.pause().of(BETWEEN);
                seen = gateway.watched(id, seen);
                print(seen);
            }
            shell.err().println("The session is over.");
            return Exit.DONE;
        }
    }

    private void print(SessionWatch seen) {
        if (as.json()) {
            seen.steps().forEach(step -> shell.out().println(Json.line(step)));
        } else {
            Steps.print(seen.steps(), shell.out());
        }
        shell.out().flush();
    }
}
