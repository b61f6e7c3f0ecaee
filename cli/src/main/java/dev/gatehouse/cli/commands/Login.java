package dev.gatehouse.cli.commands;

import dev.gatehouse.api.WhoAmI;
import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.Exit;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.cli.Text;
import dev.gatehouse.cli.client.Gateway;
import dev.gatehouse.cli.client.GatewayAddress;
import dev.gatehouse.cli.client.Json;
import dev.gatehouse.cli.client.SignIn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Takes a token of the identity provider, tries it, and keeps it for later commands.
@Command(
        name = "login",
        mixinStandardHelpOptions = true,
        description = {
            "Keep a token for the commands that follow.",
            "The token of your identity provider is read from --token-file or from standard input, tried at the"
                    + " gateway, and kept in a file that only you can read. Signing in with a browser (the OIDC device"
                    + " flow) is not there yet."
        },
        footer = {"", "Example:", "  gatehouse login --url https://gw.example.com:8443 --ca ca.pem < token"})
public final class Login implements Callable<Integer> {
    private static final int LONGEST = 64 << 10;

    private final Shell shell;

    @Mixin
    private Where where = new Where();

    @Mixin
    private As as = new As();

    @Option(names = "--token-file", paramLabel = "FILE", description = "Where the token is; default: standard input.")
    private @Nullable Path tokenFile;

    public Login(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        GatewayAddress address = where.address(shell);
        String token = token();
        try (var gateway = new Gateway(new GatewayAddress(address.url(), address.ca(), Optional.of(token)))) {
            WhoAmI me = gateway.whoAmI();
            var ca = address.ca().map(file -> file.toAbsolutePath().toString());
            new SignIn(address.url(), ca, token).save(shell);
            shell.out()
                    .println(
                            as.json()
                                    ? Json.line(me)
                                    : Text.oneLine("Signed in at " + address.url() + " as " + me.who() + " ("
                                            + me.kind()
                                            + "; " + String.join(", ", me.roles()) + ") until " + Text.time(me.ends())
                                            + "."));
            return Exit.DONE;
        }
    }

    private String token() {
        Path file = tokenFile;
        if (file == null) {
            shell.err().println("Reading the token from standard input…");
        }
        try (InputStream in = file == null ? shell.in() : Files.newInputStream(file)) {
            String token = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
            if (token.isEmpty()) {
                throw CommandFailed.usage("There is no token: give --token-file FILE, or pipe one in.");
            }
            return token;
        } catch (IOException unreadable) {
            throw CommandFailed.usage("Cannot read the token from " + (file == null ? "standard input" : file) + ".");
        }
    }
}
