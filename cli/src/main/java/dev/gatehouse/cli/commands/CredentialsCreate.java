package dev.gatehouse.cli.commands;

import dev.gatehouse.api.CredentialCreated;
import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.Text;
import dev.gatehouse.cli.client.Gateway;
import dev.gatehouse.cli.client.GatewayAddress;
import dev.gatehouse.cli.client.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Mints a short-lived credential and prints how clients use it.
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = "Make a short-lived credential for a connection. Its secret is printed once.",
        footer = {
            "",
            "Examples:",
            "  gatehouse credentials create shop --for 15m",
            "  eval \"$(gatehouse credentials create shop -o env)\" && psql"
        })
public final class CredentialsCreate implements Callable<Integer> {
    enum Form {
        TEXT,
        JSON,
        ENV;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Shell shell;

    @Mixin
    private Where where = new Where();

    @Mixin
    private Wish wish = new Wish();

    @Parameters(paramLabel = "CONNECTION", description = "The connection that it opens.")
    private String connection = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json|env",
            defaultValue = "text",
            description = "text (default), json, or env: variables for eval in a shell.")
    private Form form = Form.TEXT;

    public CredentialsCreate(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        GatewayAddress address = where.address(shell);
        try (var gateway = new Gateway(address)) {
            CredentialCreated made = gateway.createCredential(connection, wish.request(Optional.empty()));
            switch (form) {
                case JSON -> shell.out().println(Json.line(made));
                case ENV -> shell.out().print(Uses.exports(variables(made, address)));
                case TEXT -> print(made, variables(made, address));
            }
            return Exit.DONE;
        }
    }

    private static Map<String, String> variables(CredentialCreated made, GatewayAddress address) {
        if (!Uses.known(made.type())) {
            throw CommandFailed.usage(
                    "Clients of " + made.type() + " connections read no such variables: use -o json.");
        }
        return Uses.environment(made, address.ca());
    }

    private void curl(CredentialCreated made) {
        shell.out()
                .println("curl, after eval \"$(gatehouse credentials create " + Text.oneLine(made.connection())
                        + " -o env)\":");
        shell.out().println("  " + Uses.curl());
    }

    private void print(CredentialCreated made, Map<String, String> variables) {
        shell.out().println("credential  " + made.id());
        shell.out().println("expires     " + Text.time(made.expires()));
        shell.out().println("user        " + Text.oneLine(made.user()));
        shell.out().println("password    " + Text.oneLine(made.secret()));
        shell.out().println();
        if (made.type().equals("http")) {
            curl(made);
            return;
        }
        shell.out().println("psql asks for the password:");
        shell.out().println("  " + Text.oneLine(Uses.psql(variables)));
        shell.out().println("or in one go, the password never on a command line:");
        shell.out().println("  gatehouse connect " + Text.oneLine(made.connection()));
    }
}
