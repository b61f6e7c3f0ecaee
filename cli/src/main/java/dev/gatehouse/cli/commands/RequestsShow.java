package dev.gatehouse.cli.commands;

import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Shows one request.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show a request: who asks, why, the exact statement, what it touches, who decides.",
        footer = {"", "Example:", "  gatehouse requests show 2x3k7q0w5e9r1t4y6u8j2h5g7f"})
public final class RequestsShow implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private Where where = new Where();

    @Mixin
    private As as = new As();

    @Parameters(paramLabel = "ID", description = "As requests list shows it, and the notice to who waits.")
    private String id = "";

    public RequestsShow(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var gateway = where.open(shell)) {
            RequestText.print(shell, as, gateway.request(id));
            return Exit.DONE;
        }
    }
}
