package dev.gatehouse.cli.commands;

import dev.gatehouse.api.CredentialCreated;
import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.Text;
import dev.gatehouse.cli.client.Gateway;
import dev.gatehouse.cli.client.GatewayAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Runs a stock client with a credential in its environment, and revokes the credential when it ends.
@Command(
        name = "connect",
        mixinStandardHelpOptions = true,
        description = {
            "Run psql, or CMD, with a credential for a connection in its environment.",
            "The credential lives as long as the command, at most --for (default 8h, the gateway may cut it). The exit"
                    + " code is the command's own."
        },
        footer = {
            "",
            "Examples:",
            "  gatehouse connect shop",
            "  gatehouse connect shop --purpose support -- pg_dump --schema-only"
        })
public final class Connect implements Callable<Integer> {
    private static final String USUAL_LIFE = "8h";

    private final Shell shell;

    @Mixin
    private Where where = new Where();

    @Mixin
    private Wish wish = new Wish();

    @Parameters(index = "0", paramLabel = "CONNECTION", description = "The connection to open.")
    private String connection = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "CMD", description = "What to run; default: psql.")
    private List<String> command = new ArrayList<>();

    public Connect(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws InterruptedException {
        GatewayAddress address = where.address(shell);
        try (var gateway = new Gateway(address)) {
            CredentialCreated made = gateway.createCredential(connection, wish.request(Optional.of(USUAL_LIFE)));
            try {
                return run(made, address);
            } finally {
                revoke(gateway, made);
            }
        }
    }

    private int run(CredentialCreated made, GatewayAddress address) throws InterruptedException {
        List<String> program = command.isEmpty() ? List.of("psql") : command;
        if (command.isEmpty() && made.type().equals("http")) {
            throw CommandFailed.usage("Say what to run, such as: gatehouse connect " + connection + " -- sh");
        }
        if (!Uses.known(made.type())) {
            throw CommandFailed.usage("connect does not know clients of " + made.type() + " connections yet.");
        }
        try {
            return shell.programs().run(program, Uses.environment(made, address.ca()));
        } catch (IOException absent) {
            throw CommandFailed.usage("Cannot run " + program.getFirst() + ": is it installed? Another command goes"
                    + " after --, such as: gatehouse connect " + connection + " -- pgcli");
        }
    }

    /// Failing to is no reason to hide how the command ended: the credential expires by itself.
    private void revoke(Gateway gateway, CredentialCreated made) {
        try {
            gateway.revokeCredential(made.id());
        } catch (CommandFailed failed) {
            shell.err()
                    .println("Credential " + made.id() + " was not revoked and expires at " + Text.time(made.expires())
                            + ": " + failed.getMessage());
        }
    }
}
