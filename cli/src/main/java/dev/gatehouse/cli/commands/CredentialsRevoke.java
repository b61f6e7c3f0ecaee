package dev.gatehouse.cli.commands;

import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.client.Json;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Ends a credential before its time.
@Command(
        name = "revoke",
        mixinStandardHelpOptions = true,
        description =
                "End a credential at once. Sessions that it opened go on; end them with: gatehouse sessions kill.",
        footer = {"", "Example:", "  gatehouse credentials revoke 2x3k7q0w5e9r1t4y6u8j2h5g7f"})
public final class CredentialsRevoke implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private Where where = new Where();

    @Mixin
    private As as = new As();

    @Parameters(paramLabel = "ID", description = "As credentials list shows it.")
    private String id = "";

    public CredentialsRevoke(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var gateway = where.open(shell)) {
            gateway.revokeCredential(id);
            shell.out().println(as.json() ? Json.line(Map.of("id", id, "revoked", true)) : "Revoked " + id + ".");
            return Exit.DONE;
        }
    }
}
