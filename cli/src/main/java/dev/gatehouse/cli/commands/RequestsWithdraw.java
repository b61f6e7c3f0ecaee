package dev.gatehouse.cli.commands;

import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Takes a request of one's own back.
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = "Take back a request of yours, or of an agent of yours.",
        footer = {"", "Example:", "  gatehouse requests withdraw 2x3k7q0w5e9r1t4y6u8j2h5g7f"})
public final class RequestsWithdraw implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private Where where = new Where();

    @Mixin
    private As as = new As();

    @Parameters(paramLabel = "ID", description = "As requests list shows it, and the notice to who waits.")
    private String id = "";

    public RequestsWithdraw(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var gateway = where.open(shell)) {
            RequestText.print(shell, as, gateway.decide(id, "withdraw", Optional.empty()));
            return Exit.DONE;
        }
    }
}
