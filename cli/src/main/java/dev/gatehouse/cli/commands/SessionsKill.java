package dev.gatehouse.cli.commands;

import dev.gatehouse.api.SessionEnding;
import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.client.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Ends an open session.
@Command(
        name = "kill",
        mixinStandardHelpOptions = true,
        description = "End an open session at once: one's own, or any for an operator.",
        footer = {"", "Example:", "  gatehouse sessions kill 2x3k7q0w5e9r1t4y6u8j2h5g7f"})
public final class SessionsKill implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private Where where = new Where();

    @Mixin
    private As as = new As();

    @Parameters(paramLabel = "ID", description = "As sessions list shows it.")
    private String id = "";

    public SessionsKill(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var gateway = where.open(shell)) {
            SessionEnding ending = gateway.end(id);
            shell.out().println(as.json() ? Json.line(ending) : "Ended session " + ending.id() + ".");
            return Exit.DONE;
        }
    }
}
