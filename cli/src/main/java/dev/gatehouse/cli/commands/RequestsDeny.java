package dev.gatehouse.cli.commands;

import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says no to a request.
@Command(
        name = "deny",
        mixinStandardHelpOptions = true,
        description = "Deny a request that you are asked about, in words that the client reads.",
        footer = {"", "Example:", "  gatehouse requests deny 2x3k7q0w5e9r1t4y6u8j2h5g7f --because TEXT"})
public final class RequestsDeny implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private Where where = new Where();

    @Mixin
    private As as = new As();

    @Parameters(paramLabel = "ID", description = "As requests list shows it, and the notice to who waits.")
    private String id = "";

    @Option(names = "--because", required = true, paramLabel = "TEXT", description = "Why; the client reads it.")
    private String because = "";

    public RequestsDeny(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var gateway = where.open(shell)) {
            RequestText.print(shell, as, gateway.decide(id, "deny", Optional.of(because)));
            return Exit.DONE;
        }
    }
}
