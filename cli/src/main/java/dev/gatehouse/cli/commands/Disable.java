package dev.gatehouse.cli.commands;

import dev.gatehouse.cli.Shell;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Switches a connection or an identity off.
@Command(
        name = "disable",
        mixinStandardHelpOptions = true,
        description = "Switch a connection or an identity off: its open sessions end at once, new ones are refused.",
        footer = {
            "",
            "Examples:",
            "  gatehouse disable connection shop --because \"restore is running\"",
            "  gatehouse disable identity corp:ada@example.com"
        })
public final class Disable implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private Where where = new Where();

    @Mixin
    private As as = new As();

    @Parameters(index = "0", paramLabel = "connection|identity", description = "What NAME names.")
    private Switching.What what = Switching.What.CONNECTION;

    @Parameters(index = "1", paramLabel = "NAME", description = "A connection's name; an identity's id, or ISSUER:ID.")
    private String name = "";

    @Option(names = "--because", paramLabel = "TEXT", description = "Why; goes on record.")
    private @Nullable String because;

    public Disable(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var gateway = where.open(shell)) {
            return Switching.print(Switching.disable(gateway, what, name, Optional.ofNullable(because)), as, shell);
        }
    }
}
