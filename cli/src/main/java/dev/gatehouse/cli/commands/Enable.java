package dev.gatehouse.cli.commands;

import dev.gatehouse.cli.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Switches a connection or an identity on again.
@Command(
        name = "enable",
        mixinStandardHelpOptions = true,
        description = "Switch a connection or an identity on again.",
        footer = {"", "Example:", "  gatehouse enable connection shop"})
public final class Enable implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private Where where = new Where();

    @Mixin
    private As as = new As();

    @Parameters(index = "0", paramLabel = "connection|identity", description = "What NAME names.")
    private Switching.What what = Switching.What.CONNECTION;

    @Parameters(index = "1", paramLabel = "NAME", description = "A connection's name; an identity's id, or ISSUER:ID.")
    private String name = "";

    public Enable(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var gateway = where.open(shell)) {
            return Switching.print(Switching.enable(gateway, what, name), as, shell);
        }
    }
}
