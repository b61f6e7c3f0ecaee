package dev.gatehouse.cli.commands;

import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Confirms a request of one's own agent.
@Command(
        name = "confirm",
        mixinStandardHelpOptions = true,
        description = "Confirm that a request of your agent is yours.",
        footer = {"", "Example:", "  gatehouse requests confirm 2x3k7q0w5e9r1t4y6u8j2h5g7f"})
public final class RequestsConfirm implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private Where where = new Where();

    @Mixin
    private As as = new As();

    @Parameters(paramLabel = "ID", description = "As requests list shows it, and the notice to who waits.")
    private String id = "";

    public RequestsConfirm(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var gateway = where.open(shell)) {
            RequestText.print(shell, as, gateway.decide(id, "confirm", Optional.empty()));
            return Exit.DONE;
        }
    }
}
