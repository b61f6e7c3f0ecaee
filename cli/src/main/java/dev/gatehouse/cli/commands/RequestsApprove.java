package dev.gatehouse.cli.commands;

import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says yes to a request.
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = "Approve a request that you are asked about. Nobody approves their own.",
        footer = {"", "Example:", "  gatehouse requests approve 2x3k7q0w5e9r1t4y6u8j2h5g7f"})
public final class RequestsApprove implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private Where where = new Where();

    @Mixin
    private As as = new As();

    @Parameters(paramLabel = "ID", description = "As requests list shows it, and the notice to who waits.")
    private String id = "";

    @Option(names = "--because", paramLabel = "TEXT", description = "Why, for the record.")
    private @Nullable String because;

    public RequestsApprove(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var gateway = where.open(shell)) {
            RequestText.print(shell, as, gateway.decide(id, "approve", Optional.ofNullable(because)));
            return Exit.DONE;
        }
    }
}
